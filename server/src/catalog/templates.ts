import { stopsOf } from "./phrases.ts";

/** A sheet of blanks to begin with. Angle brackets are stops of the Tab key, which go through it in order. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** For whom it is, in a few words. */
  readonly detail: string;
  readonly sheet: string;
}

const parties = (name: string): string => `note "<${name}>" {
  issuer         <[the issuer]>
  holder         <[the holder]>
  principal      <[the sum]>
  issued         <[the date]>
`;

const eventsOfDefault = `  events of default {
    failure to pay when due
    bankruptcy or insolvency
  }
`;

/** The sheets that New Note offers, the most common first. */
export const templates: readonly Template[] = [
  {
    id: "market-price",
    title: "Market-price convertible",
    detail: "converts at a percentage of the lowest price over the last days",
    sheet: `${parties("Convertible Note")}  matures        <[the date]>
  security       <none>
  governing law  <[the law]>

  interest {
    rate          <[8%]> per annum
    default rate  <[22%]> per annum
    day count     <actual/365>
  }

  conversion {
    option           holder
    from             <[180 days after issue]>
    until            maturity
    amount           principal and interest
    price            <[65%]> of lowest closing bid over prior <[20]> trading days
    floor            <[ ]>
    ownership limit  <4.99>% after issuance
  }

${eventsOfDefault}}
`,
  },
  {
    id: "fixed-price",
    title: "Fixed price with discount",
    detail: "sold below its principal, converts at one price",
    sheet: `${parties("Discount Note").replace("  issued", "  original issue discount  <[10%]> of principal\n  issued")}  matures        <[the date]>
  prepayment     at any time without premium
  security       <none>
  governing law  <[the law]>

  interest {
    rate          <[8%]> per annum
    default rate  <[18%]> per annum
    day count     <actual/365>
  }

  conversion {
    option           holder
    until            maturity
    amount           principal and interest
    price            <[the price]>
    ownership limit  <4.99>% after issuance
    anti-dilution    <none>
  }

${eventsOfDefault}}
`,
  },
  {
    id: "instalments",
    title: "Instalments",
    detail: "paid back month by month, without conversion",
    sheet: `${parties("Instalment Note")}  matures        <[the date]>
  security       <all assets of the issuer>
  governing law  <[the law]>

  interest {
    rate              none
    one-time interest <[10%]>
  }

  instalments {
    monthly from <2025-09-30>, <12> times  $<10,000.00>
  }

  conversion  none

  events of default {
    failure to pay an instalment within <5> business days
    bankruptcy or insolvency
  }
}
`,
  },
  {
    id: "safe",
    title: "SAFE",
    detail: "becomes shares in the next round; no interest, no maturity",
    sheet: `${parties("SAFE")}  matures        none
  security       none
  governing law  <[the law]>

  interest  none

  qualified financing {
    threshold                none
    valuation cap            <[the cap]>
    discount                 <[20%]>
    capitalization includes  <all shares, options, the promised pool and all converting securities>
    converts                 automatically
  }

  change of control {
    pays             100% of principal
    converts at      cap price
    holder receives  greater
  }
}
`,
  },
  {
    id: "start-up-note",
    title: "Start-up note",
    detail: "converts in the next round at a discount, or at a cap",
    sheet: `${parties("Start-up Note")}  matures        <[the date]>
  at maturity    <holder's choice>
  security       none
  governing law  <[the law]>

  interest {
    rate          <[5%]> per annum
    default rate  none
    day count     <actual/365>
    simple
  }

  qualified financing {
    threshold                <[the sum]>
    discount                 <[20%]>
    valuation cap            <[the cap]>
    capitalization includes  <options and the option pool, but no notes>
    converts                 automatically
    accrued interest         converts
  }

  change of control {
    pays             <[200%]> of principal plus interest
    converts at      cap price
    holder receives  greater
  }
}
`,
  },
  {
    id: "bond",
    title: "Convertible bond",
    detail: "a rate of shares per $1,000, a call and a put",
    sheet: `${parties("Convertible Senior Notes")}  matures        <[the date]>
  denomination   $1,000
  rank           senior
  security       none
  governing law  <[the law]>
  put            100% of principal on "Fundamental Change"

  interest {
    rate          <[4%]> per annum
    default rate  none
    payable       semi-annually
    day count     30/360 bond basis
    simple
  }

  conversion {
    option             holder
    until              maturity
    amount             principal
    conversion rate    <[ ]> shares per $1,000
    settlement         cash or shares
    fractional shares  cash in lieu
  }

  issuer call {
    callable from  <[the date]>
    trigger        <[130%]> of conversion price for 20 of 30 trading days
    call price     100% of principal plus interest
  }

  events of default {
    failure to pay interest within 30 days
    failure to deliver shares within 5 business days
  }
}
`,
  },
];

/** A note on a house form, which takes over every clause that it does not say again. */
export function onForm(form: string, path: string): Template {
  return {
    id: "house-form",
    title: form,
    detail: path,
    sheet: `note "<Note>" based on "${form}" in "${path}" {
  holder     <[the holder]>
  principal  <[the sum]>
  issued     <[the date]>
}
`,
  };
}

/** A template as a sheet without stops. */
export function sheetOf({ sheet }: Template): string {
  return stopsOf(sheet)
    .map(({ text }) => text)
    .join("");
}

/** A template as a snippet. */
export function snippetOf({ sheet }: Template): string {
  let stops = 0;
  const pieces = stopsOf(sheet).map(({ text, stop }) => {
    const plain = text.replace(/[$}\\]/g, "\\$&");
    return stop ? `\${${++stops}:${plain}}` : plain;
  });
  return pieces.join("");
}
