import { expect, test } from "vitest";
import { braceProblems, treeText } from "../support/tree-text.ts";

const shape = (lines: string): string => lines.replace(/^\n|\n\s*$/g, "").replaceAll(/^ {4}/gm, "");

/** What stands between a note's braces, read. */
function inNote(lines: string): string {
  const [head, ...rest] = treeText(`note "N" {\n${lines}\n}`).split("\n");
  expect(head).toBe('note "N" {');
  return rest.map((line) => line.slice(2)).join("\n");
}

test("a clause's name is the longest run of words that its block knows", () => {
  expect(
    inNote(`principal amount $5
      principal $5
      Registration  Rights none
      events of default { bankruptcy }
      INTEREST { Interest Rate 5%; rate 5%; default rate 6%; day count convention 30/360 }`),
  ).toBe(
    shape(`
    principal $ 5
    principal $ 5
    registrationRights none
    eventsOfDefault {
      ~ bankruptcy
    interest {
      rate 5 %
      rate 5 %
      defaultRate 6 %
      dayCount convention 30/360`).replace("dayCount convention 30/360", "dayCount 30/360"),
  );
});

test("a name is known in its own block only", () => {
  expect(inNote("rate 5%\nconversion { matures 2018-12-06 }")).toBe(
    shape(`
    ?rate 5 %
    conversion {
      ?matures 2018-12-06`),
  );
});

test("an unknown name is the words before the first value", () => {
  expect(inNote('make whole premium 5%\nfancy "x"\n12% rate\n(b) rate 5%\n$5')).toBe(
    shape(`
    ?make whole premium 5 %
    ?fancy "x"
    ?12 % rate
    ?( b ) rate 5 %
    ?$ 5`),
  );
});

test("a clause ends at the line's end, at a semicolon or at its block's brace", () => {
  expect(inNote('issuer "A"; holder "B" ;; security none\ninterest { rate 5% } conversion none;')).toBe(
    shape(`
    issuer "A"
    holder "B"
    security none
    interest {
      rate 5 %
    conversion none`),
  );
});

test.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("lines end with %s", (_, end) => {
  expect(inNote(["principal $5", "interest {", "rate 5%", "}", "conversion none"].join(end))).toBe(
    shape(`
    principal $ 5
    interest {
      rate 5 %
    conversion none`),
  );
});

test("a line that begins with a brace continues the clause above", () => {
  const expected = shape(`
    interest {
      rate 5 %
    conversion {
      price lowest of { $ 1 / $ 2 } less 5 %`);
  expect(
    inNote(`interest
      {
        rate 5%
      }
      conversion
      // a comment between

      { price lowest of
          {
            $1
            $2
          } less 5% }`),
  ).toBe(expected);
  expect(treeText('note "N"\n{\nprincipal $5\n}').split("\n")).toEqual(['note "N" {', "  principal $ 5"]);
});

test("what follows a brace on its line goes on with the phrase, or begins a clause", () => {
  expect(
    inNote(`conversion {
      price lowest of { $1; $2 } less 5%
      price highest of { lowest of { $1; $2 } plus $0.01; $3 } floor $0.50
      price lowest of { $1; $2 }
      ceiling $4 } security none`),
  ).toBe(
    shape(`
    conversion {
      price lowest of { $ 1 / $ 2 } less 5 %
      price highest of { lowest of { $ 1 / $ 2 } plus $ 0.01 / $ 3 }
      floor $ 0.50
      price lowest of { $ 1 / $ 2 }
      ceiling $ 4
    security none`),
  );
});

test("what follows a block's brace begins a clause", () => {
  expect(inNote("interest { rate 5% } fancy 6%")).toBe("interest {\n  rate 5 %\n?fancy 6 %");
});

test("free text is kept to the end of its line, whatever it says", () => {
  expect(
    inNote(`events of default {
      failure to pay; when due
      rate 5% lowest of $1 "x
      interest payments not made
    }
    covenants { principal office in New York }
    other "Expenses" rate 5% interest principal
    governing law the laws of New York; security none`),
  ).toBe(
    shape(`
    eventsOfDefault {
      ~ failure to pay
      ~ when due
      ~ rate 5 % lowest of $ 1 "x
      ~ interest payments not made
    covenants {
      ~ principal office in New York
    other "Expenses" rate 5 % interest principal
    governingLaw the laws of New York
    security none`),
  );
});

test("comments are no words, and end where they end", () => {
  expect(
    inNote(`principal /* the face */ $5 // rate 5% }
      /* interest {
      */ security none /* ends with its line
      issuer "A" // {`),
  ).toBe(
    shape(`
    principal $ 5
    security none
    issuer "A"`),
  );
});

test("a quote that is not closed ends with its line", () => {
  expect(inNote('issuer "A Corp.\nholder “B LP\nsecurity none')).toBe(
    shape(`
    issuer "A Corp.
    holder “B LP
    security none`),
  );
});

test("a file's top knows notes, markets, scenarios and terms", () => {
  expect(
    treeText(`"Market Price" means closing bid on conversion date
market for "N" { outstanding 5 shares; prices {
  date VWAP
  2018-12-04 $1
} }
scenario "S" { on 2018-12-06 }
fancy 5`),
  ).toBe(
    shape(`
    term closing bid on conversion date
    market for "N" {
      outstanding 5 shares
      prices {
        ~ date VWAP
        ~ 2018-12-04 $ 1
    scenario "S" {
      on 2018-12-06
    ?fancy 5`),
  );
});

test("any Unicode space is a space", () => {
  expect(inNote("principal\u00A0amount\u2003$5\u3000")).toBe("principal $ 5");
});

test("braces that match are taken at their word; those of an unknown clause are its own", () => {
  const text = 'note "N" { interest { matures 2018-12-06; conversion { price $1 } } }';
  expect(braceProblems(text)).toEqual([]);
  expect(treeText(text)).toBe(
    shape(`
    note "N" {
      interest {
        ?matures 2018-12-06
        ?conversion { price $ 1 }`),
  );
});
