package io.github.crosstie.plan;

import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Recognises the records of a side that was created anew, with other ids, by what their predecessors held (F9): after the marks
 * that they carry, and before the keys of first contact, which tell less.
 */
final class ContentHints {

    private static final String BY = "an earlier link and equal contents";

    private final BiFunction<Side, Item, Item> seen;

    /** Compares what {@code seen} leaves of a record: its mapped fields. */
    ContentHints(BiFunction<Side, Item, Item> seen) {
        this.seen = seen;
    }

    /**
     * By what a record finds the one that it belongs to while a side is linked again: by what it holds, and by what
     * its lost counterpart held. Equal contents have equal keys; the other way round need not be true.
     */
    SortedSet<String> keys(CollectionState state, RecordKey key, RemoteItem record) {
        SortedSet<String> keys = new TreeSet<>();
        if (state.isRelinking()) {
            Item own = seen.apply(key.side(), record.item());
            keys.add(key(key.side(), own));
            state.hintHashers().forEach(hasher -> keys.add(key(key.side(), hasher.hashed(own))));
            Item held = state.hintOf(key).map(Hint::held).orElse(null);
            if (held != null) {
                keys.add(key(key.side().other(), seen.apply(key.side().other(), held)));
            }
        }
        return keys;
    }

    private static String key(Side side, Item seen) {
        return "content\0" + side + '\0' + seen.hashCode();
    }

    /** Matches what it can; removes those candidates from the list. */
    List<Matcher.Found> match(CollectionState state, List<Candidate> candidates) {
        List<Matcher.Found> matches = new ArrayList<>();
        for (Side anew : Side.values()) {
            matches.addAll(match(state, anew, candidates));
        }
        Set<RecordKey> matched = new HashSet<>();
        matches.forEach(match -> {
            matched.add(match.crm().key());
            matched.add(match.mail().key());
        });
        candidates.removeIf(candidate -> matched.contains(candidate.key()));
        return matches;
    }

    private List<Matcher.Found> match(CollectionState state, Side anew, List<Candidate> candidates) {
        Map<Candidate, Item> wanted = wanted(state, anew, candidates);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Item, Deque<Candidate>> byContent = new HashMap<>();
        for (Candidate candidate : candidates) {
            if (candidate.key().side() == anew && candidate.source() == null) {
                Item shown = seen.apply(anew, candidate.record().item());
                add(byContent, shown, candidate);
                state.hintHashers().forEach(hasher -> add(byContent, hasher.hashed(shown), candidate));
            }
        }
        List<Matcher.Found> matches = new ArrayList<>();
        // A record stands there several times where digests are kept, and is matched once.
        Set<RecordKey> matched = new HashSet<>();
        wanted.forEach((known, held) -> {
            Deque<Candidate> equal = byContent.getOrDefault(seen.apply(anew, held), new ArrayDeque<>());
            Candidate other = equal.poll();
            while (other != null && !matched.add(other.key())) {
                other = equal.poll();
            }
            if (other != null) {
                boolean isMail = anew == Side.MAIL;
                matches.add(new Matcher.Found(isMail ? known : other, isMail ? other : known, BY));
            }
        });
        return matches;
    }

    private static void add(Map<Item, Deque<Candidate>> byContent, Item content, Candidate candidate) {
        byContent.computeIfAbsent(content, absent -> new ArrayDeque<>()).add(candidate);
    }

    /**
     * Who had a counterpart on the side, and what that held. Those whose copy says by its mark that it is theirs need
     * no hint, nor do those whose own mark names a record that is there.
     */
    private static Map<Candidate, Item> wanted(CollectionState state, Side anew, List<Candidate> candidates) {
        Set<String> marked = candidates.stream()
                .filter(candidate -> candidate.source() != null)
                .map(Candidate::source)
                .collect(Collectors.toSet());
        Set<String> present = candidates.stream()
                .map(candidate -> Provenance.identity(candidate.key()))
                .collect(Collectors.toSet());
        Map<Candidate, Item> wanted = new TreeMap<>((one, other) -> one.key().compareTo(other.key()));
        for (Candidate candidate : candidates) {
            Hint hint = state.hintOf(candidate.key()).orElse(null);
            Item held = hint == null ? null : hint.held();
            if (hint != null
                    && held != null
                    && hint.key(anew) == null
                    && (candidate.source() == null || !present.contains(candidate.source()))
                    && !marked.contains(Provenance.identity(candidate.key()))) {
                wanted.put(candidate, held);
            }
        }
        return wanted;
    }
}
