import type { PaperSayings } from "./saying.ts";

/** The price of a conversion, and when another takes its place. */
export const priceSayings: PaperSayings = {
  "note/conversion/price": [
    {
      says: [
        "first {number} days[^.;]{0,60} convert[^.;]{0,30} at( fixed)?( conversion)?( price( of)?)? ?{money}",
        "until {number} days after issue date[^.;]{0,60} (convert|conversion price)[^.;]{0,30} (at|is|of)( fixed)?( price of)? {money}",
        "during first {number} days[^.;]{0,60} conversion price[^.;]{0,20} {money}",
      ],
      means: "$2 until day $1",
      sure: 3,
    },
    {
      says: [
        "(conversion price|(?<!(floor|ceiling|reference|trigger|purchase|exercise|strike|offering|market|trading|closing|bid|stock|share|call|cap|trade|redemption|issue|default|lowest|highest|average|sale) )price( per share)?|conversion rate)( of NOTE| per share| in effect| for conversion| then)*( shall be| will be| is| means|:| of| equal to| equals| equaling| shall mean| shall equal| to be|,|\\(fixed\\)| calculated as| at)+ ?{price}",
        "(?<=\\b(convert|converts|convertible|conversion|conversions)\\b[^;]{0,160}) (at|using)( an?| fixed| variable| initial| discounted| conversion| per share| price| rate)*( of| equal to| per share)* {price}",
        "^conversion( price)?: [^.;]{0,60}(price|at|equal to|is|:) {price}",
        "^price: {price}",
        "shares at( variable)?( conversion)?( price)?( equal to| of)? {price}",
        "at {price}( per share)? \\(conversion price\\)",
      ],
      unless:
        "so paid|valued at|instal?lments?|qualified|next equity|preferred stock|in first draft|off table|exercise price|below par",
    },
    { says: ["^(conversion )?price: {price}"], sure: 2 },
    {
      says: ["(conversion price|price)( is|:| of| equal to)* {money}"],
      where: "\\[ \\]",
      unless: "purchase price|exercise price|strike",
    },
    {
      says: [
        "event of default[^.;]{0,80} (it|price|conversion price|HOLDER may convert)( is| shall be| becomes| will be| at)*( instead)?( at)?( reduced to)? {price}",
        "(upon|after|during|in) (an )?event of default,? (conversion )?price[^.;]{0,40} {price}",
      ],
      means: "$1 on event of default",
      sure: 3,
      unless: "not convertible otherwise|may convert outstanding",
    },
    {
      says: [
        "(not|haven't|hasn't|isn't|unpaid)( been)?( paid| repaid)?[^.;]{0,40}(maturity date|maturity|when NOTE comes due|comes due|falls due|due date),? [^$%]{0,40}price (becomes|is|shall be|will be)( instead)? {price}",
        "after maturity( date)?,? (conversion price|price|it) (becomes|is|shall be|will be) {price}",
      ],
      means: "$1 after maturity",
      sure: 3,
    },
    {
      says: [
        "(from then on|thereafter|after that|after such (date|time|period)|after 180 days|from day \\d+ on),?[^$%]{0,60}(conversion price|price|at) (is|shall be|will be|becomes)?( equal to)? ?{price}",
      ],
      means: "$1 =then",
      sure: 3,
      where: "first \\d+ days|until \\d+ days|day \\d+",
    },
  ],
};
