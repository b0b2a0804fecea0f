/** What someone might write into a name, a term, a reason or a cell so that it becomes something else where it is shown. */
export const nasty: readonly string[] = [
  "[x](command:workbench.action.quit)",
  "[x](https://evil.example)",
  "![x](https://evil.example/p.png)",
  "https://evil.example/a?b=c",
  "http://evil.example",
  "ftp://evil.example",
  "www.evil.example",
  "WWW.evil.example",
  "mailto:a@evil.example",
  "a@evil.example",
  "command:workbench.action.quit",
  "javascript:alert(1)",
  "vscode://file/etc/passwd",
  "file:///etc/passwd",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "</td></tr><iframe src=//evil.example>",
  "<https://evil.example>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;img src=x&#62;",
  "$(alert)",
  "`code` **bold** _it_ ~~gone~~ # head",
  "| a | b |",
  "\\[x\\](command:x)",
  "{0} {1} {{0}}",
  "[one](1) and [two](2)",
  "::error file=a::x",
  "::add-mask::x",
  "##[error]x",
  "=cmd|'/C calc'!A0",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "%0A::error::x",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  `$${"{process.exit(1)}"}`,
  "; rm -rf / #",
  "\u202eevil",
  "\u2066x\u2069",
  "\u001b]0;title\u0007",
  "\u001b[2J",
  "\u009b31m",
  "\u0008\u0008",
];

/** A sheet in which a text stands wherever an author may put words of their own. */
export function sheetWith(text: string): string {
  return `// ${text}
note "${text}" {
  issuer     "${text}"
  holder     "${text}"
  principal  $100,000
  issued     January 2, 2024
  matures    January 2, 2026
  security   ${text}
  interest {
    rate  8%
  }
  conversion {
    price  lesser of { 65% of "${text}"; "Other ${text}" }
  }
  events of default {
    "${text}"  ${text}
  }
  other "${text}" ${text}
  allow no-floor-price because "${text}, decided by the board"
}

"${text}" means lowest closing bid over prior 10 trading days

market {
  prices from "${text}.csv"
}

scenario "${text}" {
  on          January 2, 2025
  every price $0.50
  expect "${text}" $1
}
`;
}
