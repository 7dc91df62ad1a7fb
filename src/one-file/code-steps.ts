/** A step of three, one up, one down (.config/code-steps.cjs). */
const STEP = /~|[_^]\d+/g;
const USUAL = 3;

/** The national lists with every commune's code again where the file has steps between them. */
export function withCodes(text: string): string {
  let code = 0;
  return text.replace(STEP, (step) => {
    if (step === '~') code += USUAL;
    else code += Number(step.slice(1)) * (step[0] === '_' ? -1 : 1);
    return `${code}`.padStart(5, '0');
  });
}
