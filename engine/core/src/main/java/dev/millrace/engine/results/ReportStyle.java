package dev.millrace.engine.results;

/// The style sheet of reports.
final class ReportStyle {

    static final String CSS =
            """
            :root { color-scheme: light dark; --page: #f5f7f8; --card: #fff; --line: #d5dce0; --text: #1c2529;
              --muted: #566369; --accent: #0b6e80; --soft: #dcf0f3; }
            @media (prefers-color-scheme: dark) { :root { --page: #101517; --card: #181f22; --line: #323e43;
              --text: #e4eaec; --muted: #9aa8ae; --accent: #4cc3d6; --soft: #12343b; } }
            body { margin: 0; background: var(--page); color: var(--text);
              font: 15px/1.5 "IBM Plex Sans", system-ui, sans-serif; }
            main { max-width: 1000px; margin: 0 auto; padding: 32px 24px 64px; }
            h1 { font-size: 28px; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 18px; margin: 40px 0 12px; }
            .muted { color: var(--muted); margin: 4px 0; }
            .verdict { background: var(--soft); border-radius: 8px; padding: 12px 16px; font-weight: 600; }
            .facts { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 16px 0; }
            dt { color: var(--muted); font-size: 13px; } dd { margin: 0; font-size: 18px; font-weight: 600; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; background: var(--card); min-width: 50%; }
            th, td { padding: 4px 12px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            th { font-size: 13px; color: var(--muted); } td { overflow-wrap: anywhere; }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            svg { max-width: 100%; width: 640px; display: block; margin: 8px 0; }
            .bar { fill: var(--accent); } .axis { stroke: var(--line); }
            text { fill: var(--text); font-size: 13px; } .label { fill: var(--muted); } .end { text-anchor: end; }
            details { margin: 8px 0; } summary { cursor: pointer; padding: 4px 0; font-weight: 600; }
            pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px;
              overflow-x: auto; }
            @media print { body { background: #fff; color: #000; } }
            """;

    private ReportStyle() {}
}
