package io.github.crosstie.apply;

import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.plan.SeriesSupport;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.util.List;

/** What every way through a round uses, made once for a round. */
record RoundParts(
        CollectionKey collection,
        SyncConfiguration configuration,
        Sides sides,
        StateStore store,
        Clock clock,
        IdSource ids,
        ThreeWayMerge merge,
        Planner planner,
        Claimant claimant,
        OrganizationVerdict organization,
        JournalRetention journal,
        Measures measures) {

    static RoundParts of(SyncRound.Builder builder, Sides sides, StateStore store, Clock clock, IdSource ids) {
        CollectionKey collection = builder.collection;
        SyncConfiguration configuration = builder.configuration;
        RecordSettings settings = configuration.records(collection.kind());
        List<FieldRule> rules =
                FieldRule.of(settings, sides.crm().capabilities(), sides.mail().capabilities());
        ThreeWayMerge merge = ThreeWayMerge.of(rules, sides.crm()::project, sides.mail()::project, builder.recurrences);
        SeriesSupport series =
                new SeriesSupport(builder.recurrences, sides.crm()::cannotExpress, sides.mail()::cannotExpress);
        return new RoundParts(
                collection,
                configuration,
                sides,
                store,
                clock,
                ids,
                merge,
                Planner.of(collection, configuration, merge, builder.own, sides.silent(), series),
                new Claimant(collection.organization(), builder.environment, collection.user(), configuration.id()),
                new OrganizationVerdict(builder.policy.organizationGuard(), collection.organization(), store),
                new JournalRetention(builder.policy.journalRetention(), collection, store, clock),
                Measures.current());
    }

    RecordSettings settings() {
        return configuration.records(collection.kind());
    }
}
