package io.github.crosstie.plan;

import io.github.crosstie.configuration.AmbiguousMatchPolicy;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * First contact (S2): recognises unlinked records of the two sides as one, one to one, by the strongest key first. Several
 * candidates go by the setting; equal events go in pairs, so that two genuinely equal meetings stay two.
 */
final class Matcher {

    private final MatchKeys keys;
    private final ItemKind kind;
    private final AmbiguousMatchPolicy policy;

    private final List<Found> matches = new ArrayList<>();
    private final List<Candidate> ambiguous = new ArrayList<>();
    private List<Candidate> rest;

    private Matcher(MatchKeys keys, ItemKind kind, AmbiguousMatchPolicy policy, List<Candidate> candidates) {
        this.keys = keys;
        this.kind = kind;
        this.policy = policy;
        this.rest = candidates;
    }

    /** Two records that are one, and what they were recognised by. */
    record Found(Candidate crm, Candidate mail, String by) {}

    /** Who was matched, who has several candidates, who has none. */
    record Result(List<Found> matches, List<Candidate> ambiguous, List<Candidate> unmatched) {}

    static Result match(MatchKeys keys, ItemKind kind, AmbiguousMatchPolicy policy, List<Candidate> candidates) {
        Matcher matcher = new Matcher(keys, kind, policy, candidates);
        matcher.matchSources();
        for (int tier = 0; tier < keys.tiers(); tier++) {
            matcher.matchTier(tier);
        }
        return new Result(matcher.matches, matcher.ambiguous, matcher.rest);
    }

    /**
     * A record that was once made from another one belongs to it, although a lost store has forgotten the link. Of several
     * copies, each with the same mark, one stays when all others have found records that were made from them.
     */
    private void matchSources() {
        Map<String, Candidate> sources = new HashMap<>();
        Map<String, List<Candidate>> made = new TreeMap<>();
        for (Candidate candidate : rest) {
            sources.put(Provenance.identity(candidate.key()), candidate);
            if (candidate.source() != null) {
                made.computeIfAbsent(candidate.source(), absent -> new ArrayList<>())
                        .add(candidate);
            }
        }
        Set<Candidate> matched = new HashSet<>();
        for (boolean several : new boolean[] {false, true}) {
            made.forEach((name, copies) -> {
                Candidate source = sources.get(name);
                List<Candidate> free =
                        copies.stream().filter(copy -> !matched.contains(copy)).toList();
                if (source != null && !matched.contains(source) && !free.isEmpty() && (several || copies.size() == 1)) {
                    Candidate copy = free.get(0);
                    boolean fromCrm = source.key().side() == Side.CRM;
                    matches.add(new Found(fromCrm ? source : copy, fromCrm ? copy : source, "mark"));
                    matched.add(source);
                    matched.add(copy);
                }
            });
        }
        rest = rest.stream().filter(candidate -> !matched.contains(candidate)).toList();
    }

    private void matchTier(int tier) {
        SortedMap<String, List<Candidate>> groups = new TreeMap<>();
        List<Candidate> unmatched = new ArrayList<>();
        for (Candidate candidate : rest) {
            keys.key(tier, candidate.key().side(), candidate.record().item())
                    .ifPresentOrElse(
                            key -> groups.computeIfAbsent(key, absent -> new ArrayList<>())
                                    .add(candidate),
                            () -> unmatched.add(candidate));
        }
        groups.values().forEach(group -> unmatched.addAll(matchGroup(group, keys.name(tier))));
        rest = unmatched;
    }

    /** Matches what shares a key; returns who is left. */
    private List<Candidate> matchGroup(List<Candidate> group, String by) {
        List<Candidate> crm = on(group, Side.CRM);
        List<Candidate> mail = on(group, Side.MAIL);
        if (crm.isEmpty() || mail.isEmpty()) {
            return group;
        }
        boolean several = crm.size() + mail.size() > 2;
        if (several && kind == ItemKind.CONTACT && policy == AmbiguousMatchPolicy.REPORT) {
            ambiguous.addAll(group);
            return List.of();
        }
        matchEqual(crm, mail, by);
        matchSameRule(crm, mail, by);
        int pairs = Math.min(crm.size(), mail.size());
        for (int i = 0; i < pairs; i++) {
            matches.add(new Found(crm.get(i), mail.get(i), by));
        }
        List<Candidate> left = new ArrayList<>(crm.subList(pairs, crm.size()));
        left.addAll(mail.subList(pairs, mail.size()));
        return left;
    }

    /** Of several equal events those go together that are equal in everything. */
    private void matchEqual(List<Candidate> crm, List<Candidate> mail, String by) {
        if (kind != ItemKind.EVENT) {
            return;
        }
        for (Candidate one : List.copyOf(crm)) {
            mail.stream()
                    .filter(other -> other.record().item().equals(one.record().item()))
                    .findFirst()
                    .ifPresent(other -> {
                        crm.remove(one);
                        mail.remove(other);
                        matches.add(new Found(one, other, by));
                    });
        }
    }

    /** Of several series those go together that are repeated by the same rule. */
    private void matchSameRule(List<Candidate> crm, List<Candidate> mail, String by) {
        for (Candidate one : List.copyOf(crm)) {
            Optional<Object> rule = recurrence(one);
            mail.stream()
                    .filter(other -> rule.isPresent() && rule.equals(recurrence(other)))
                    .findFirst()
                    .ifPresent(other -> {
                        crm.remove(one);
                        mail.remove(other);
                        matches.add(new Found(one, other, by));
                    });
        }
    }

    private Optional<Object> recurrence(Candidate candidate) {
        return keys.recurrence(candidate.key().side(), candidate.record().item());
    }

    private List<Candidate> on(List<Candidate> group, Side side) {
        return new ArrayList<>(group.stream()
                .filter(candidate -> candidate.key().side() == side)
                .sorted(preference().thenComparing(Candidate::key))
                .toList());
    }

    private Comparator<Candidate> preference() {
        return switch (policy) {
            case REPORT, OLDEST_CREATED -> byTime(false, RemoteItem::createdAt);
            case MOST_RECENTLY_UPDATED -> byTime(true, RemoteItem::modifiedAt);
            case MOST_RECENT_ACTIVITY -> byTime(true, RemoteItem::activityAt);
        };
    }

    /** Orders by a time that not every side tells; who does not tell comes last. */
    private interface Moment {
        @Nullable
        Instant of(RemoteItem item);
    }

    private static Comparator<Candidate> byTime(boolean latestFirst, Moment moment) {
        Comparator<Instant> order = latestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (one, other) -> {
            Instant a = moment.of(one.record());
            Instant b = moment.of(other.record());
            if (a == null || b == null) {
                return Boolean.compare(a == null, b == null);
            }
            return order.compare(a, b);
        };
    }
}
