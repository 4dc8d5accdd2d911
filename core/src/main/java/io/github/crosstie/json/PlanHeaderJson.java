package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SettingsFingerprint;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.GuardVerdict;
import io.github.crosstie.plan.HoldNotice;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.Totals;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.ReleaseToken;
import org.jspecify.annotations.Nullable;

/** The header of a plan: what it is about, what it presumes and how much it asks for. */
final class PlanHeaderJson {

    private PlanHeaderJson() {}

    static void write(PlanHeader header, ObjectNode into) {
        CollectionKey collection = header.collection();
        into.putObject("collection")
                .put("organization", collection.organization().value())
                .put("user", collection.user().value())
                .put("kind", Spelling.of(collection.kind()));
        into.put("configuration", header.configuration().value());
        into.put("fingerprint", header.fingerprint().value());
        into.put("plannedAt", header.plannedAt().toString());
        for (Side side : Side.values()) {
            ObjectNode place = into.putObject(Spelling.of(side));
            ScopeIdentity scope = header.scope(side);
            Cursor cursor = header.cursor(side);
            if (scope != null) {
                place.put("scope", scope.value());
            }
            if (cursor != null) {
                place.put("cursor", cursor.value());
            }
        }
        write(header.guard(), into.putObject("guard"));
        write(header.totals(), into.putObject("totals"));
        if (!header.hold().equals(HoldNotice.NONE)) {
            write(header.hold(), into.putObject("hold"));
        }
    }

    private static void write(HoldNotice hold, ObjectNode into) {
        if (hold.token() != null) {
            into.put("token", hold.token().value());
        }
        if (hold.release() != null) {
            into.put("release", hold.release().value());
        }
        into.put("released", hold.released());
    }

    private static HoldNotice readHold(JsonPlace place) {
        JsonSection section = place.section("token", "release", "released");
        return place.build(() -> new HoldNotice(
                token(section, "token"),
                token(section, "release"),
                section.require("released").integer()));
    }

    private static @Nullable ReleaseToken token(JsonSection section, String name) {
        return section.find(name).map(at -> new ReleaseToken(at.name())).orElse(null);
    }

    static PlanHeader read(JsonPlace place) {
        JsonSection section = place.section(
                "collection", "configuration", "fingerprint", "plannedAt", "crm", "mail", "guard", "totals", "hold");
        JsonSection crm = section.require("crm").section("scope", "cursor");
        JsonSection mail = section.require("mail").section("scope", "cursor");
        JsonPlace fingerprint = section.require("fingerprint");
        return new PlanHeader(
                readCollection(section.require("collection")),
                new ConfigurationId(section.require("configuration").name()),
                fingerprint.build(() -> new SettingsFingerprint(fingerprint.text())),
                section.require("plannedAt").instant(),
                scope(crm),
                scope(mail),
                cursor(crm),
                cursor(mail),
                readGuard(section.require("guard")),
                readTotals(section.require("totals")),
                section.get("hold", PlanHeaderJson::readHold, HoldNotice.NONE));
    }

    private static CollectionKey readCollection(JsonPlace place) {
        JsonSection section = place.section("organization", "user", "kind");
        return new CollectionKey(
                new OrganizationId(section.require("organization").name()),
                new UserId(section.require("user").name()),
                section.require("kind").constant(ItemKind.class));
    }

    private static @Nullable ScopeIdentity scope(JsonSection side) {
        return side.find("scope").map(at -> new ScopeIdentity(at.name())).orElse(null);
    }

    private static @Nullable Cursor cursor(JsonSection side) {
        return side.find("cursor").map(at -> new Cursor(at.name())).orElse(null);
    }

    private static void write(GuardVerdict guard, ObjectNode into) {
        into.put("holds", guard.holds())
                .put("deletions", guard.deletions())
                .put("links", guard.links())
                .put("reason", guard.reason());
    }

    private static GuardVerdict readGuard(JsonPlace place) {
        JsonSection section = place.section("holds", "deletions", "links", "reason");
        return new GuardVerdict(
                section.require("holds").bool(),
                section.require("deletions").integer(),
                section.require("links").integer(),
                section.require("reason").text());
    }

    private static void write(Totals totals, ObjectNode into) {
        into.put("matches", totals.matches())
                .put("crmCreates", totals.crmCreates())
                .put("crmUpdates", totals.crmUpdates())
                .put("crmDeletes", totals.crmDeletes())
                .put("mailCreates", totals.mailCreates())
                .put("mailUpdates", totals.mailUpdates())
                .put("mailDeletes", totals.mailDeletes())
                .put("duplicates", totals.duplicates())
                .put("detached", totals.detached())
                .put("held", totals.held())
                .put("conflicts", totals.conflicts())
                .put("skipped", totals.skipped())
                .put("notifying", totals.notifying());
    }

    private static Totals readTotals(JsonPlace place) {
        JsonSection section = place.section(
                "matches",
                "crmCreates",
                "crmUpdates",
                "crmDeletes",
                "mailCreates",
                "mailUpdates",
                "mailDeletes",
                "duplicates",
                "detached",
                "held",
                "conflicts",
                "skipped",
                "notifying");
        return new Totals(
                count(section, "matches"),
                count(section, "crmCreates"),
                count(section, "crmUpdates"),
                count(section, "crmDeletes"),
                count(section, "mailCreates"),
                count(section, "mailUpdates"),
                count(section, "mailDeletes"),
                count(section, "duplicates"),
                count(section, "detached"),
                count(section, "held"),
                count(section, "conflicts"),
                count(section, "skipped"),
                count(section, "notifying"));
    }

    private static int count(JsonSection section, String name) {
        return section.require(name).integer();
    }
}
