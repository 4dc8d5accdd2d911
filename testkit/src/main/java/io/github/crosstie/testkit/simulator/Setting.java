package io.github.crosstie.testkit.simulator;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** How sides and configuration of one history are. */
record Setting(SideTraits crm, SideTraits mail, Set<Side> idempotent, ConflictPolicy conflicts) {

    private static final SyncConfiguration CRM_WINS = configuration(ConflictPolicy.CRM_WINS);
    private static final SyncConfiguration MAIL_WINS = configuration(ConflictPolicy.MAIL_WINS);

    static Setting choose(Choices choices, ItemKind kind, Set<FaultKind> kinds) {
        boolean lossy = choices.oneIn(4, kind == ItemKind.CONTACT && kinds.contains(FaultKind.LOSSY_SIDE));
        Set<Side> idempotent = EnumSet.noneOf(Side.class);
        for (Side side : Side.values()) {
            if (choices.oneIn(6, kinds.contains(FaultKind.IDEMPOTENT_CREATE))) {
                idempotent.add(side);
            }
        }
        return new Setting(
                traits(choices, Projection.FAITHFUL),
                traits(choices, lossy ? Vocabulary.LOSSY : Projection.FAITHFUL),
                idempotent,
                choices.oneIn(4) ? ConflictPolicy.MAIL_WINS : ConflictPolicy.CRM_WINS);
    }

    private static SideTraits traits(Choices choices, Projection projection) {
        return new SideTraits(4 - choices.below(4), 4 - choices.below(4), choices.oneIn(2), projection);
    }

    /** Deletions flow both ways, and nobody holds them: how the guard does that has its own tests. */
    private static SyncConfiguration configuration(ConflictPolicy conflicts) {
        SyncConfiguration plain = SyncConfiguration.builder(new ConfigurationId("simulated"))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .deletionGuard(new DeletionGuard(10_000, 10_000, 1.0, Duration.ofDays(1)))
                .build();
        return plain.toBuilder()
                .contacts(plain.contacts().withRecords(records(plain.contacts().records(), conflicts)))
                .events(plain.events().withRecords(records(plain.events().records(), conflicts)))
                .build();
    }

    private static RecordSettings records(RecordSettings plain, ConflictPolicy conflicts) {
        return plain.toBuilder()
                .conflicts(conflicts)
                .deletions(Side.CRM, DeletePolicy.PROPAGATE)
                .deletions(Side.MAIL, DeletePolicy.PROPAGATE)
                .build();
    }

    SideTraits traits(Side side) {
        return side == Side.CRM ? crm : mail;
    }

    SyncConfiguration configuration() {
        return conflicts == ConflictPolicy.CRM_WINS ? CRM_WINS : MAIL_WINS;
    }

    boolean isLossy() {
        return mail.projection() != Projection.FAITHFUL;
    }

    @Override
    public String toString() {
        return (isLossy() ? "a lossy mailbox, " : "") + "idempotent " + idempotent + ", " + conflicts + ", pages of "
                + crm.pageSize() + " and " + mail.pageSize() + ", batches of " + crm.batch() + " and " + mail.batch();
    }
}
