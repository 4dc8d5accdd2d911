package io.github.crosstie.report;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How some users fare, by a few words. */
public final class Fares {

    public static final OrganizationId ACME = new OrganizationId("00D-acme");
    public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private Fares() {}

    public static UserStatus user(String id, @Nullable String configuration, FlowStatus... flows) {
        return new UserStatus(
                ACME,
                new UserId(id),
                configuration == null ? null : new ConfigurationId(configuration),
                NOW,
                List.of(flows),
                flows.length == 0 ? "NOT_ASSIGNED: assign an active configuration to an active user" : "");
    }

    public static FlowStatus contacts(Stage stage, @Nullable Duration lag, FlowCounts counts, String reason) {
        return new FlowStatus(
                ItemKind.CONTACT,
                SyncDirection.CRM_TO_MAIL,
                stage,
                stage == Stage.NOT_STARTED ? null : NOW.minus(Duration.ofHours(1)),
                lag == null ? null : NOW.minus(lag),
                counts,
                stage == Stage.RETRYING ? NOW.plus(Duration.ofMinutes(20)) : null,
                reason);
    }

    public static FlowStatus events(Stage stage) {
        return new FlowStatus(
                ItemKind.EVENT,
                SyncDirection.MAIL_TO_CRM,
                stage,
                NOW.minus(Duration.ofHours(2)),
                null,
                FlowCounts.NONE,
                null,
                "");
    }

    public static OrganizationStatus organization(UserStatus... users) {
        return new OrganizationStatus(ACME, NOW, List.of(users));
    }
}
