package io.github.crosstie.page;

/** How all pages look: calm, the same colours for the same things, and never colour alone. */
final class Style {

    static final String CSS = """

            :root { color-scheme: light dark;
              --page: #f6f7f8; --paper: #ffffff; --ink: #1b2026; --quiet: #56606b; --line: #dde1e6; --link: #1d4f91;
              --good: #17603a; --good-paper: #e2f2e8; --good-fill: #2f8f5b;
              --run: #1d4f91; --run-paper: #e3ecf8; --run-fill: #2f6ab5; --run-fill-2: #5b92d2;
              --idle: #4a525b; --idle-paper: #eceef0; --idle-fill: #88929d;
              --wait: #6f4a00; --wait-paper: #fcefcf; --wait-fill: #bf8415;
              --held: #5a3794; --held-paper: #eee6fa; --held-fill: #8a63c9;
              --bad: #9b1c1c; --bad-paper: #fde6e4; --bad-fill: #cf3a3a; }
            @media screen and (prefers-color-scheme: dark) { :root {
              --page: #14171a; --paper: #1b1f24; --ink: #e6e9ec; --quiet: #a4adb6; --line: #30363d; --link: #a3c8f5;
              --good: #8fd8ae; --good-paper: #16301f; --good-fill: #3fa56d;
              --run: #a3c8f5; --run-paper: #182c45; --run-fill: #4e8ad6; --run-fill-2: #86b0e6;
              --idle: #c0c7ce; --idle-paper: #2a2f35; --idle-fill: #78828c;
              --wait: #f2c66d; --wait-paper: #38290b; --wait-fill: #c98a1a;
              --held: #cdb4f5; --held-paper: #2d2144; --held-fill: #9673d3;
              --bad: #f7a8a3; --bad-paper: #431d1c; --bad-fill: #d9534f; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink);
              font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
              font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
            header, main, footer { max-width: 86rem; margin: 0 auto; padding: 0 1.5rem; }
            header { padding-top: 2rem; }
            h1 { font-size: 1.75rem; font-weight: 600; line-height: 1.2; margin: 0; letter-spacing: -.01em; }
            h2 { font-size: 1.2rem; font-weight: 600; margin: 2.5rem 0 .75rem; }
            h3 { font-size: 1rem; font-weight: 600; margin: 0; display: flex; flex-wrap: wrap; gap: .35rem .6rem; align-items: center; }
            p { margin: .4rem 0; max-width: 50rem; }
            a { color: var(--link); text-underline-offset: .15em; }
            :focus-visible { outline: 3px solid var(--run-fill); outline-offset: 2px; border-radius: 4px; }
            nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 1rem 0 0; }
            code { overflow-wrap: anywhere; font: .88em/1.4 ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace; }
            time, .nowrap { white-space: nowrap; }
            .quiet { color: var(--quiet); }
            .skip { position: absolute; left: -99rem; }
            .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; }
            .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.25rem, 1fr)); gap: .75rem; margin: 1.5rem 0 1rem; padding: 0; }
            .tile { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: .8rem .6rem .8rem .7rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
            .tile dd { margin: 0; font-size: 1.8rem; font-weight: 600; line-height: 1.2; letter-spacing: -.01em; white-space: nowrap; }
            .tile dt { color: var(--quiet); font-size: .8rem; display: flex; gap: .3rem; align-items: center; }
            .tile dd.words { font-size: 1.15rem; line-height: 1.88; }
            .icon { width: 1em; height: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; vertical-align: -.125em; }
            .chip { display: inline-flex; align-items: center; gap: .35em; padding: .05em .6em; border-radius: 1em; font-size: .87rem; font-weight: 500; white-space: nowrap; }
            .good { color: var(--good); } .run, .run-2 { color: var(--run); } .idle { color: var(--idle); }
            .wait { color: var(--wait); } .held { color: var(--held); } .bad { color: var(--bad); }
            .chip.good { background: var(--good-paper); } .chip.run, .chip.run-2 { background: var(--run-paper); }
            .chip.idle { background: var(--idle-paper); } .chip.wait { background: var(--wait-paper); }
            .chip.held { background: var(--held-paper); } .chip.bad { background: var(--bad-paper); }
            rect.good { fill: var(--good-fill); } rect.run { fill: var(--run-fill); } rect.run-2 { fill: var(--run-fill-2); }
            rect.idle { fill: var(--idle-fill); } rect.wait { fill: var(--wait-fill); } rect.held { fill: var(--held-fill); }
            rect.bad { fill: var(--bad-fill); }
            .bar { display: block; width: 100%; height: .55rem; border-radius: .3rem; background: var(--line); }
            .mini { width: 5rem; height: .5rem; margin-top: .5rem; }
            .scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; margin: .75rem 0; }
            table { border-collapse: collapse; width: 100%; font-size: .88rem; }
            caption { text-align: left; padding: .7rem 1rem .2rem; color: var(--quiet); break-after: avoid; }
            th, td { text-align: left; vertical-align: top; padding: .42rem .6rem; border-top: 1px solid var(--line); }
            tr:not(.continued) > :first-child { padding-left: 1rem; } th:last-child, td:last-child { padding-right: 1rem; }
            thead th { color: var(--quiet); font-weight: 500; font-size: .85rem; border-top: 0; vertical-align: bottom; }
            tbody th { font-weight: 600; white-space: nowrap; }
            th .of { display: block; font-weight: 400; font-size: .85rem; }
            .reasons { min-width: 7.5rem; }
            .number { text-align: right; white-space: nowrap; }
            .zero { color: var(--quiet); }
            .continued th, .continued td { border-top: 0; padding-top: .1rem; }
            .card { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--idle-fill); border-radius: 10px; padding: .9rem 1.1rem; margin: .75rem 0; }
            .card.good { border-left-color: var(--good-fill); } .card.run, .card.run-2 { border-left-color: var(--run-fill); }
            .card.wait { border-left-color: var(--wait-fill); } .card.held { border-left-color: var(--held-fill); } .card.bad { border-left-color: var(--bad-fill); }
            .card, .card p, .card li { color: var(--ink); }
            .card p.quiet, .card li.quiet { color: var(--quiet); }
            .card ul { margin: .4rem 0 0; padding-left: 1.2rem; }
            .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem; margin: .75rem 0; }
            .side { border: 1px solid var(--line); border-radius: 8px; padding: .6rem .8rem; background: var(--page); }
            .side dl, .facts { display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; margin: .3rem 0 0; font-size: .93rem; }
            .side dt, .facts dt { color: var(--quiet); } .side dd, .facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
            .card .remedy { border-top: 1px solid var(--line); margin-top: .7rem; padding-top: .5rem; max-width: none; }
            .card .remedy:last-child { margin-bottom: 0; }
            .chart { display: block; width: 100%; min-width: 40rem; max-width: 62rem; height: auto; }
            .chart text { fill: var(--ink); font-size: 12px; } .chart .axis { fill: var(--quiet); } .chart line { stroke: var(--line); }
            td .facts { margin: 0; grid-template-columns: minmax(8rem, auto) 1fr; } td p { margin: .3rem 0 0; }
            del { text-decoration-thickness: 1px; color: var(--quiet); } ins { text-decoration: none; font-weight: 500; }
            footer { margin: 3rem auto 2rem; color: var(--quiet); font-size: .87rem; }
            @media (forced-colors: active) { .bar, rect { forced-color-adjust: none; } }
            @media print {
              :root { --page: #ffffff; color-scheme: light; }
              body { font-size: 10pt; } header, main, footer { max-width: none; padding: 0; } nav, .skip { display: none; }
              .chip, rect, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
              tr, .tile, .side, .remedy, p, li { break-inside: avoid; } h2, h2 + p, h3, caption, thead { break-after: avoid; } thead { display: table-header-group; }
              @page { size: landscape; margin: 12mm; } h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 14pt; } h3 { font-size: 10pt; }
              table, .chip { font-size: 8pt; } thead th, th .of { font-size: 7.5pt; } th, td { padding: 2pt 5pt; } .mini { margin-top: 3pt; }
              .tile { padding: 5pt 7pt; } .tile dt { font-size: 7.5pt; } .tile dd { font-size: 15pt; } .tile dd.words { font-size: 11pt; } .card { padding: 6pt 9pt; } tbody:not(:only-of-type) { break-inside: avoid; }
              tbody:first-of-type { break-before: avoid; } .side dl, .facts, .card p, .card li { font-size: 8.5pt; } p, .card .remedy { max-width: none; }
              .scroll { overflow: visible; } .chart { min-width: 0; } .tiles { grid-template-columns: repeat(auto-fit, minmax(28mm, 1fr)); } }
            """;

    private Style() {}
}
