package io.github.crosstie.state;

import io.github.crosstie.fault.Incubating;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The deletions of a collection that wait for a person, and the tokens that were given out for them (S11, S13).
 *
 * <p>Whenever the set of held deletions changes, it is offered anew under a token of its own. An earlier token stays good for what
 * it was given for and nothing else: a deletion that joined later, or that is of another version now, is not among it. A token is
 * good once, and no time makes it good or bad.
 *
 * @param entries what is held, by link, each with the number of the offer in which it first stood in this form
 * @param offers the tokens that may be used, oldest first
 * @param release what somebody released and the next round carries out; null if nothing
 * @param spent tokens that were used, oldest first; the latest few
 */
@Incubating
public record Hold(
        SortedMap<LinkId, Entry> entries,
        List<Offer> offers,
        @Nullable Release release,
        List<ReleaseToken> spent) {

    private static final Hold NONE = new Hold(new TreeMap<>(), List.of(), null, List.of());

    private static final int MOST_TOKENS = 16;

    private static final int TOKEN_DIGITS = 32;

    /**
     * A held deletion.
     *
     * @param deletion the deletion
     * @param offer the number of the first offer that it was part of
     */
    public record Entry(HeldDeletion deletion, int offer) {
        /** Requires the deletion. */
        public Entry {
            Objects.requireNonNull(deletion, "deletion");
        }
    }

    /**
     * A set of deletions that was offered for release: all that stand in the hold with this number or a lower one.
     *
     * @param number its number; higher than all before
     * @param token the token
     * @param size how many deletions it was given for
     */
    public record Offer(int number, ReleaseToken token, int size) {
        /** Requires the token. */
        public Offer {
            Objects.requireNonNull(token, "token");
        }
    }

    /** Copies the collections. */
    public Hold {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        offers = List.copyOf(offers);
        spent = List.copyOf(spent);
    }

    /**
     * Nothing is held, and nothing ever was.
     *
     * @return an empty hold
     */
    public static Hold none() {
        return NONE;
    }

    /**
     * What is held.
     *
     * @return the deletions, by link
     */
    public List<HeldDeletion> deletions() {
        return entries.values().stream().map(Entry::deletion).toList();
    }

    /**
     * The token for all that is held now.
     *
     * @return the token, or empty if nothing is held or the set was not offered yet
     */
    public Optional<ReleaseToken> token() {
        return entries.isEmpty() || offers.isEmpty()
                ? Optional.empty()
                : Optional.of(offers.get(offers.size() - 1).token());
    }

    /**
     * The offer that a token stands for.
     *
     * @param token the token
     * @return the offer, or empty if it was never given, was used, or nothing is left of it
     */
    public Optional<Offer> offer(ReleaseToken token) {
        return offers.stream().filter(offer -> offer.token().equals(token)).findFirst();
    }

    /**
     * Which of the held deletions an offer stands for, as they were offered.
     *
     * @param number the offer's number
     * @return the deletions, by link
     */
    public List<HeldDeletion> offered(int number) {
        return entries.values().stream()
                .filter(entry -> entry.offer() <= number)
                .map(Entry::deletion)
                .toList();
    }

    /**
     * Whether a deletion is among what was released: the very same one, and not carried out yet.
     *
     * @param deletion the deletion
     * @return true if it may be made
     */
    public boolean releases(HeldDeletion deletion) {
        Entry entry = entries.get(deletion.link());
        return release != null
                && entry != null
                && entry.offer() <= release.offer()
                && entry.deletion().isSameAs(deletion);
    }

    /**
     * The same with another set of deletions, offered anew if it has changed.
     *
     * @param collection whose deletions
     * @param deletions all that is to be held now
     * @param nonce gives an id that was never given before; asked once if there is a new offer
     * @return this if nothing has changed, else a changed copy
     */
    public Hold holding(CollectionKey collection, Collection<HeldDeletion> deletions, Supplier<String> nonce) {
        int number = nextNumber();
        SortedMap<LinkId, Entry> held = new TreeMap<>();
        for (HeldDeletion deletion : deletions) {
            Entry known = entries.get(deletion.link());
            boolean isKnown = known != null && known.deletion().isSameAs(deletion);
            held.put(deletion.link(), isKnown && known != null ? known : new Entry(deletion, number));
        }
        if (held.equals(entries) && (held.isEmpty() || !offers.isEmpty())) {
            return this;
        }
        List<Offer> good = offers.stream()
                .filter(offer -> held.values().stream().anyMatch(entry -> entry.offer() <= offer.number()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!held.isEmpty()) {
            good.add(new Offer(number, token(collection, held.values(), nonce.get()), held.size()));
        }
        return new Hold(held, latest(good), release, spent);
    }

    private int nextNumber() {
        int offered = offers.stream().mapToInt(Offer::number).max().orElse(0);
        int held = entries.values().stream().mapToInt(Entry::offer).max().orElse(0);
        return Math.max(offered, held) + 1;
    }

    /** Each part with its length, so that no two sets have one text. */
    private static ReleaseToken token(CollectionKey collection, Collection<Entry> entries, String nonce) {
        StringBuilder text = new StringBuilder();
        List<String> parts = new ArrayList<>(List.of(
                collection.organization().value(),
                collection.user().value(),
                collection.kind().name(),
                nonce));
        for (Entry entry : entries) {
            HeldDeletion deletion = entry.deletion();
            parts.add(deletion.link().value());
            parts.add(deletion.crm().value());
            parts.add(deletion.mail().value());
            parts.add(deletion.side().name());
            parts.add(deletion.version().value());
        }
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return new ReleaseToken(digest(text.toString()).substring(0, TOKEN_DIGITS));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The same with an offer released: the next round carries it out.
     *
     * @param offer the offer
     * @param at when
     * @return a changed copy
     */
    public Hold releasing(Offer offer, Instant at) {
        return new Hold(entries, offers, new Release(offer.token(), offer.number(), offer.size(), at), spent);
    }

    /**
     * The same after the release was carried out: its token, and those of the sets within its set, are spent.
     *
     * @param ended the links that have ended: their deletions are held no longer
     * @return a changed copy
     */
    public Hold released(Predicate<LinkId> ended) {
        SortedMap<LinkId, Entry> left = new TreeMap<>(entries);
        left.keySet().removeIf(ended);
        Release used = release;
        if (used == null) {
            return new Hold(left, offers, null, spent);
        }
        List<ReleaseToken> tokens = new ArrayList<>(spent);
        offers.stream()
                .filter(offer -> offer.number() <= used.offer())
                .map(Offer::token)
                .forEach(tokens::add);
        if (!tokens.contains(used.token())) {
            tokens.add(used.token());
        }
        List<Offer> good =
                offers.stream().filter(offer -> offer.number() > used.offer()).toList();
        return new Hold(left, good, null, latest(tokens));
    }

    private static <T> List<T> latest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST_TOKENS), all.size());
    }
}
