import type { BaseEntry } from '../catalogue/catalogue.js';
import type { LanguagePart, PlanContext } from './context.js';
import type { Run } from './plan.js';
import { systemPackages } from './system-packages.js';

/** The packages of the last stage, and why they are there. `init`: the package of an init that the base has, if one is due. */
export function runPackages(
  { base, cell, facts, language }: PlanContext,
  needs: LanguagePart<unknown>['needs'],
  init: readonly string[],
): Pick<Run, 'packages' | 'packagesBecause'> {
  const system = systemPackages(facts, base);
  const packages = [...new Set([...init, ...(cell.runPackages ?? []), ...gaps(base, needs), ...system.run])];
  return { packages, packagesBecause: packageReasons(packages, language.title, system.titles) };
}

/** Packages for what the base lacks and the language does not bring. */
function gaps(base: BaseEntry, needs: LanguagePart<unknown>['needs']): string[] {
  return [
    ...(needs.certificates && !base.certificates ? ['ca-certificates'] : []),
    ...(needs.timeZones && !base.timeZones ? ['tzdata'] : []),
  ];
}

/** What a bare base lacks, and what it costs an app that runs without it. */
function packageReasons(packages: readonly string[], title: string, system: readonly string[]): string {
  const reasons: readonly [RegExp, string][] = [
    [/^tini$/, `tini passes on SIGTERM, which ${title} ignores as process 1`],
    [/^(python|nodejs)/, `the run time of ${title}`],
    [/^libgcc$/, `a library of the run time of ${title}`],
    [/^ca-certificates$/, 'certificates for TLS'],
    [/^tzdata$/, 'time zones'],
    [/^libstdc\+\+$/, "C++'s run time"],
  ];
  const told = reasons
    .filter(([name]) => packages.some((item) => name.test(item)))
    .map(([, reason]) => reason)
    .concat(system);
  return told.length === 0 ? '' : `What the base lacks: ${told.join(', ')}.`;
}
