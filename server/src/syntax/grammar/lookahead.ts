import { type ILookaheadStrategy, LLkLookaheadStrategy } from "chevrotain";

type Alternation = ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]>;
type Optional = ReturnType<ILookaheadStrategy["buildLookaheadForOptional"]>;

/**
 * How the grammar sees which way to go, made for a choice when that is first come to. To make it for all of them is most
 * of what a start would wait for, and a sheet comes to a few.
 */
export function lazyLookahead(maxLookahead: number): ILookaheadStrategy {
  const eager = new LLkLookaheadStrategy({ maxLookahead });
  return {
    validate: (options) => eager.validate(options),
    buildLookaheadForAlternation: (options) => {
      let made: Alternation | undefined;
      return function (this: unknown, alternatives) {
        made ??= eager.buildLookaheadForAlternation(options);
        return made.call(this, alternatives);
      };
    },
    buildLookaheadForOptional: (options) => {
      let made: Optional | undefined;
      return function (this: unknown) {
        made ??= eager.buildLookaheadForOptional(options);
        return made.call(this);
      };
    },
  };
}
