import { expect, test } from "vitest";
import { fileName, isRelativePath, pathFrom, plainUri, uriFrom } from "../../server/src/base/paths.ts";

test("a path counts from a folder unless it begins at a root or names another way", () => {
  for (const path of [
    "a.csv",
    "data/a.csv",
    "../a.csv",
    "./a.csv",
    "data\\a.csv",
    "über uns.csv",
    "a:b/c".slice(2),
  ])
    expect(isRelativePath(path), path).toBe(true);
  for (const path of [
    "",
    "/etc/passwd",
    "\\\\server\\share",
    "C:\\a.csv",
    "c:/a.csv",
    "https://example.com/a.csv",
    "file:a",
    "a\0",
  ])
    expect(isRelativePath(path), path).toBe(false);
});

test("a path from a file in a folder", () => {
  expect(pathFrom("", "data/acme.csv")).toBe("data/acme.csv");
  expect(pathFrom("", "./data\\.\\acme.csv")).toBe("data/acme.csv");
  expect(pathFrom("forms/a.note", "../data/acme.csv")).toBe("data/acme.csv");
  expect(pathFrom("forms/a.note", "b.note")).toBe("forms/b.note");
  expect(pathFrom("", "../../a.note")).toBe("../../a.note");
  expect(pathFrom("../forms/a.note", "../b.note")).toBe("../b.note");
  expect(pathFrom("../forms/a.note", "../../b.note")).toBe("../../b.note");
});

test("the address of a path from a document", () => {
  expect(uriFrom("file:///home/me/deal/sheet.note", "data/acme.csv")).toBe(
    "file:///home/me/deal/data/acme.csv",
  );
  expect(uriFrom("file:///home/me/deal/sheet.note", "../a b.csv")).toBe("file:///home/me/a%20b.csv");
  expect(uriFrom("vscode-remote://ssh%2Bhost/home/s.note", "é#?.csv")).toBe(
    "vscode-remote://ssh%2Bhost/home/%C3%A9%23%3F.csv",
  );
  expect(uriFrom("memfs:/s.note", "a.csv")).toBe("memfs:/a.csv");
  expect(uriFrom("file:///s.note", "../a.csv")).toBeUndefined();
  expect(uriFrom("untitled:Untitled-1", "a.csv")).toBeUndefined();
});

test("one spelling of an address, whatever is encoded in it", () => {
  expect(plainUri("file:///c%3A/a%20b.csv")).toBe(plainUri("file:///c:/a b.csv"));
  expect(plainUri("file:///C%3A/a.csv")).toBe(plainUri("file:///c:/a.csv"));
  expect(plainUri("no address")).toBe("no address");
  expect(plainUri("file:///100%.csv")).toBe("file:///100%.csv");
});

test("a file's name", () => {
  expect(fileName("data/acme.csv")).toBe("acme.csv");
  expect(fileName("data\\acme.csv")).toBe("acme.csv");
  expect(fileName("acme.csv")).toBe("acme.csv");
});
