package io.github.crosstie.plan;

import io.github.crosstie.item.Side;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that a plan says apart from its changes and skips, as texts under their paths. */
final class PlanTexts {

    private final Map<String, String> texts = new TreeMap<>();

    private PlanTexts() {}

    static Map<String, String> of(SyncPlan plan) {
        PlanTexts all = new PlanTexts();
        all.header(plan.header());
        all.totals(plan.header().totals());
        plan.basis().links().forEach(all::link);
        plan.basis().records().forEach(all::record);
        return all.texts;
    }

    private void header(PlanHeader header) {
        put("collection", header.collection());
        put("configuration", header.configuration());
        put("fingerprint", header.fingerprint());
        put("plannedAt", header.plannedAt());
        for (Side side : Side.values()) {
            put("scope[" + side + "]", header.scope(side));
            put("cursor[" + side + "]", header.cursor(side));
        }
        put("guard.holds", header.guard().holds());
        put("guard.deletions", header.guard().deletions());
        put("guard.links", header.guard().links());
        put("guard.reason", header.guard().reason());
    }

    private void totals(Totals totals) {
        put("totals.matches", totals.matches());
        put("totals.crmCreates", totals.crmCreates());
        put("totals.crmUpdates", totals.crmUpdates());
        put("totals.crmDeletes", totals.crmDeletes());
        put("totals.mailCreates", totals.mailCreates());
        put("totals.mailUpdates", totals.mailUpdates());
        put("totals.mailDeletes", totals.mailDeletes());
        put("totals.duplicates", totals.duplicates());
        put("totals.detached", totals.detached());
        put("totals.held", totals.held());
        put("totals.conflicts", totals.conflicts());
        put("totals.skipped", totals.skipped());
        put("totals.notifying", totals.notifying());
    }

    private void link(LinkBasis link) {
        put("basis[link " + link.id() + "]", text(link.crm()) + " and " + text(link.mail()));
    }

    private static String text(LinkBasis.@Nullable Known half) {
        if (half == null) {
            return "nothing";
        }
        return half.record() + " in " + (half.version() == null ? "an unknown version" : "version " + half.version());
    }

    private void record(RecordBasis record) {
        put(
                "basis[" + record.record() + "]",
                record.version() == null ? "absent, " + record.removal() : "version " + record.version());
    }

    private void put(String path, @Nullable Object value) {
        if (value != null) {
            texts.put(path, value.toString());
        }
    }
}
