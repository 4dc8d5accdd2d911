package io.github.crosstie.plan;

import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans records that have no link: adopts the engine's own, matches what exists, creates the rest, and says what it leaves. */
final class FreshPlanner {

    private static final String AWAITED =
            "it was created by an attempt whose answer came late; it is looked at again once its link is whole";
    private static final String FOREIGN = "it carries the mark of another organization that syncs the same mailbox;"
            + " let one of the two leave the mailbox";

    private static final String LATE =
            "it could not be read before, and a record like it has been linked meanwhile; merge the two,"
                    + " or change one, if they are not the same";

    private final RecordSettings settings;
    private final Organizers organizers;
    private final Creations creations;
    private final PairMerge pairs;
    private final MatchKeys keys;
    private final Scope scope;
    private final Provenance provenance;
    private final DuplicatePlanner duplicates;
    private final ContentHints recognised;

    FreshPlanner(
            RecordSettings settings,
            Organizers organizers,
            Creations creations,
            DuplicatePlanner duplicates,
            PairMerge pairs,
            MatchKeys keys,
            Scope scope,
            Provenance provenance,
            ContentHints recognised) {
        this.settings = settings;
        this.organizers = organizers;
        this.creations = creations;
        this.pairs = pairs;
        this.keys = keys;
        this.scope = scope;
        this.provenance = provenance;
        this.recognised = recognised;
        this.duplicates = duplicates;
    }

    void plan(PlanInput input, List<RecordKey> records, Draft draft) {
        List<Candidate> candidates = new ArrayList<>();
        for (RecordKey key : records) {
            ReadOutcome reading = input.readings().get(key);
            if (reading instanceof ReadOutcome.Absent) {
                draft.add(new PlannedChange.Forget(key));
            } else if (reading instanceof ReadOutcome.Unreadable unreadable) {
                draft.skip(List.of(key), OutcomeCode.UNREADABLE, unreadable.message(), null);
            } else if (reading instanceof ReadOutcome.Found found) {
                considerFound(input, key, found.record(), draft).ifPresent(candidates::add);
            }
        }
        recognised.match(input.state(), candidates).forEach(match -> planMatch(input, match, draft));
        Matcher.Result own =
                match(input, candidates.stream().filter(this::isOwn).toList(), draft);
        List<Candidate> left = new ArrayList<>(own.unmatched());
        candidates.stream().filter(candidate -> !isOwn(candidate)).forEach(left::add);
        // What is left may be a copy of somebody else's meeting, and is not created beside it (S8).
        match(input, left, draft).unmatched().forEach(candidate -> planUnmatched(input, candidate, draft));
    }

    private Matcher.Result match(PlanInput input, List<Candidate> candidates, Draft draft) {
        Matcher.Result result = Matcher.match(keys, settings.kind(), settings.ambiguousMatches(), candidates);
        result.matches().forEach(match -> planMatch(input, match, draft));
        result.ambiguous().forEach(candidate -> skipAmbiguous(candidate, draft));
        return result;
    }

    private boolean isOwn(Candidate candidate) {
        return !organizers.isForeign(candidate.key().side(), candidate.record().item());
    }

    private void planUnmatched(PlanInput input, Candidate candidate, Draft draft) {
        if (isOwn(candidate)) {
            planCreate(input, candidate, draft);
        } else {
            draft.skip(List.of(candidate.key()), OutcomeCode.NOT_ORGANIZER, Organizers.REASON, waitingFor(candidate));
        }
    }

    private Optional<Candidate> considerFound(PlanInput input, RecordKey key, RemoteItem record, Draft draft) {
        if (input.toldDeleted(key)) {
            draft.add(new PlannedChange.Refute(key));
        }
        Provenance.Origin origin = provenance.of(input.state(), key, record, draft);
        if (origin instanceof Provenance.Missing missing) {
            draft.adopt(new PlannedChange.Adopt(missing.link().id(), key, missing.tag()));
            return Optional.empty();
        }
        if (origin instanceof Provenance.Awaited) {
            draft.skip(List.of(key), OutcomeCode.OWN_DUPLICATE, AWAITED, null);
            return Optional.empty();
        }
        if (origin instanceof Provenance.Duplicate duplicate) {
            duplicates.plan(input, duplicate.link(), duplicate.created(), key, record, draft);
            return Optional.empty();
        }
        if (origin instanceof Provenance.Left left && duplicates.isUntouched(left.tombstone(), key, record)) {
            draft.add(new PlannedChange.RemoveDuplicate(left.tombstone().link(), key, record.version(), List.of()));
            return Optional.empty();
        }
        if (origin instanceof Provenance.Foreign) {
            draft.skip(List.of(key), OutcomeCode.FOREIGN_TAG, FOREIGN, Waiting.until(null));
            return Optional.empty();
        }
        String source = origin instanceof Provenance.Forgotten forgotten ? forgotten.source() : null;
        return considerOwn(input, key, record, source, draft);
    }

    /** A record that takes part by itself. */
    private Optional<Candidate> considerOwn(
            PlanInput input, RecordKey key, RemoteItem record, @Nullable String source, Draft draft) {
        if (input.state().isDetached(key)) {
            draft.skip(
                    List.of(key), OutcomeCode.DETACHED, "detached from its deleted counterpart", Waiting.until(null));
            return Optional.empty();
        }
        Optional<String> exclusion = scope.exclusion(key.side(), record.item());
        if (exclusion.isPresent()) {
            draft.skip(List.of(key), OutcomeCode.FILTERED_OUT, exclusion.get(), Waiting.until(null));
            return Optional.empty();
        }
        if (!scope.inWindow(List.of(record.item()), input.now())) {
            Waiting waiting =
                    Waiting.until(scope.entersWindow(record.item(), input.now()).orElse(null));
            draft.skip(List.of(key), OutcomeCode.FILTERED_OUT, "outside the window of time", waiting);
            return Optional.empty();
        }
        if (mayHaveATwin(input, key, record)) {
            draft.skip(List.of(key), OutcomeCode.AMBIGUOUS_MATCH, LATE, Waiting.forKeys(keys.all(key.side(), record)));
            return Optional.empty();
        }
        return Optional.of(new Candidate(key, record, source));
    }

    /** Whether it could not be read when a record like it was created beside it: then nobody knows which of the two is meant. */
    private boolean mayHaveATwin(PlanInput input, RecordKey key, RemoteItem record) {
        QuarantineEntry before = input.state().quarantine(key);
        if (before == null || before.reason() != QuarantineReason.UNREADABLE) {
            return false;
        }
        Set<String> own = keys.all(key.side(), record.item());
        Map<ValueHasher, Set<String>> hashed = new HashMap<>();
        return input.state().links().stream()
                .flatMap(link -> Optional.ofNullable(link.on(key.side())).stream())
                .map(Half::base)
                .anyMatch(base -> !Collections.disjoint(
                        keys.all(key.side(), base),
                        ValueHasher.of(base)
                                .map(hasher -> hashed.computeIfAbsent(
                                        hasher, absent -> keys.hashed(hasher, key.side(), record.item())))
                                .orElse(own)));
    }

    private void planMatch(PlanInput input, Matcher.Found match, Draft draft) {
        Pair pair = new Pair(match.crm().record().id(), match.mail().record().id());
        Map<Side, RemoteItem> read =
                Map.of(Side.CRM, match.crm().record(), Side.MAIL, match.mail().record());
        boolean isOwn = isOwn(match.crm()) && isOwn(match.mail());
        Optional<String> unsupported = isOwn ? pairs.unsupported(Views.empty(settings.kind()), read) : Optional.empty();
        if (unsupported.isPresent()) {
            Waiting waiting =
                    SeriesLimits.waiting(input.now(), waitingFor(match.crm()).keys());
            draft.skip(pair.records(), OutcomeCode.UNSUPPORTED_RECURRENCE, unsupported.get(), waiting);
            return;
        }
        draft.add(new PlannedChange.Match(pair, match.by()));
        if (!isOwn) {
            draft.skip(pair.records(), OutcomeCode.NOT_ORGANIZER, Organizers.REASON, Waiting.until(null));
            return;
        }
        pairs.plan(pair, Views.empty(settings.kind()), read, Map.of(), draft);
    }

    private void skipAmbiguous(Candidate candidate, Draft draft) {
        draft.skip(
                List.of(candidate.key()),
                OutcomeCode.AMBIGUOUS_MATCH,
                "several records could be one with it; merge or tell apart the duplicates, or set how to choose",
                waitingFor(candidate));
    }

    private void planCreate(PlanInput input, Candidate candidate, Draft draft) {
        Side source = candidate.key().side();
        if (!settings.direction().flowsFrom(source)) {
            String reason = "records do not flow from " + source;
            draft.skip(List.of(candidate.key()), OutcomeCode.NOT_IN_DIRECTION, reason, waitingFor(candidate));
            return;
        }
        List<RecordKey> records = List.of(candidate.key());
        Waiting waiting = waitingFor(candidate);
        if (!creations.plan(input, null, source.other(), candidate.record(), records, waiting, draft)) {
            String reason = "none of its fields flows to " + source.other();
            draft.skip(records, OutcomeCode.NOTHING_TO_CARRY, reason, waiting);
        }
    }

    private Waiting waitingFor(Candidate candidate) {
        return Waiting.forKeys(keys.all(candidate.key().side(), candidate.record()));
    }
}
