package io.github.crosstie.page;

import io.github.crosstie.plan.Totals;
import java.util.List;

/** How much two plans ask for, line by line, where either asks for anything. */
final class TotalsTable {

    private static final List<String> HEAD = List.of("How many", "#First plan", "#Second plan", "#Difference");

    private final Html html;

    TotalsTable(Html html) {
        this.html = html;
    }

    void write(Totals before, Totals after) {
        new Table(html).write("How much each plan asks for", HEAD, () -> {
            row("Create in the CRM", before.crmCreates(), after.crmCreates());
            row("Create in the mailbox", before.mailCreates(), after.mailCreates());
            row("Update in the CRM", before.crmUpdates(), after.crmUpdates());
            row("Update in the mailbox", before.mailUpdates(), after.mailUpdates());
            row("Delete in the CRM", before.crmDeletes(), after.crmDeletes());
            row("Delete in the mailbox", before.mailDeletes(), after.mailDeletes());
            row("Remove as created twice", before.duplicates(), after.duplicates());
            row("Link", before.matches(), after.matches());
            row("Part", before.detached(), after.detached());
            row("Held deletions", before.held(), after.held());
            row("Overwritten values", before.conflicts(), after.conflicts());
            row("Left alone", before.skipped(), after.skipped());
            row("Mail to attendees", before.notifying(), after.notifying());
            row("Writes in all", before.writes(), after.writes());
        });
    }

    private void row(String name, int before, int after) {
        if (before != 0 || after != 0 || name.equals("Writes in all")) {
            html.inside(
                    "tr",
                    () -> new Table(html)
                            .rowHead(() -> html.text(name))
                            .number(before)
                            .number(after)
                            .change(after - before));
        }
    }
}
