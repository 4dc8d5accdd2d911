package io.github.crosstie;

import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.plan.SyncPlan;
import java.util.Map;
import java.util.Objects;

/** Opens the two sides of an admitted user and runs the rounds between them. */
final class Rounds {

    private final Map<OrganizationId, Connector> crms;
    private final MailRoutes mail;
    private final Context context;
    private final Pauses pauses;

    Rounds(Map<OrganizationId, Connector> crms, MailRoutes mail, Context context, Pauses pauses) {
        this.crms = Map.copyOf(crms);
        this.mail = mail;
        this.context = context;
        this.pauses = pauses;
    }

    SyncResult sync(Admission.Admitted admitted, RoundLimits limits) {
        Map<ItemKind, RoundReport> reports = pauses.resting(admitted);
        if (!reports.isEmpty()) {
            return new SyncResult.Synced(reports);
        }
        for (ItemKind kind : admitted.kinds().toList()) {
            RoundReport report = run(admitted, kind, limits);
            reports.put(kind, report);
            if (Pauses.concernsAll(report)) {
                break;
            }
        }
        return new SyncResult.Synced(reports);
    }

    private RoundReport run(Admission.Admitted admitted, ItemKind kind, RoundLimits limits) {
        SyncRound round;
        try {
            round = open(admitted, kind);
        } catch (CrosstieException e) {
            return pauses.begin(admitted, kind, e);
        }
        return round.run(limits);
    }

    SyncPlan plan(Admission.Admitted admitted, ItemKind kind) {
        return dryRun(admitted, kind).plan();
    }

    SettingsPreview previewSettings(Admission.Admitted admitted, ItemKind kind) {
        return dryRun(admitted, kind).previewSettings();
    }

    RoundReport apply(Admission.Admitted admitted, ItemKind kind, SyncPlan plan) {
        return pauses.keeping(admitted, kind)
                .orElseGet(() -> open(admitted, kind).apply(plan));
    }

    ResetCounts previewReset(Admission.Admitted admitted, ItemKind kind) {
        return open(admitted, kind).previewReset();
    }

    RoundReport reset(Admission.Admitted admitted, ItemKind kind) {
        return pauses.keeping(admitted, kind)
                .orElseGet(() -> open(admitted, kind).reset());
    }

    MailboxMove move(Admission.Admitted admitted) {
        return mail.move(
                        MailboxMove.builder(admitted.organization(), admitted.user(), admitted.configuration()),
                        admitted)
                .crm(crm(admitted))
                .store(context.store(), context.clock(), context.ids())
                .rounds(round -> completed(admitted, round))
                .build();
    }

    /** A round that may call the systems and touches nothing; nothing is opened while they are to be left alone. */
    private SyncRound dryRun(Admission.Admitted admitted, ItemKind kind) {
        pauses.requireNone(admitted, kind);
        return open(admitted, kind);
    }

    private SyncRound open(Admission.Admitted admitted, ItemKind kind) {
        Owner user = new Owner(admitted.user().value());
        Owner mailbox = new Owner(admitted.mailbox().text());
        return completed(admitted, SyncRound.builder(admitted.collection(kind), admitted.configuration()))
                .build(
                        crm(admitted).open(user, kind, admitted.configuration()),
                        mail.of(admitted.collection(kind)).open(mailbox, kind, admitted.configuration()),
                        context.store(),
                        context.clock(),
                        context.ids());
    }

    private SyncRound.Builder completed(Admission.Admitted admitted, SyncRound.Builder round) {
        return round.environment(admitted.environment())
                .own(OwnAddresses.of(admitted.mailbox(), context.addresses()))
                .recurrences(context.recurrences())
                .policy(context.policy())
                .listener(context.listener());
    }

    private Connector crm(Admission.Admitted admitted) {
        return Objects.requireNonNull(crms.get(admitted.organization()), "crm");
    }
}
