package io.github.crosstie.store.jdbc.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.configuration.ScopeSettings;
import io.github.crosstie.state.AwaitedEcho;
import io.github.crosstie.state.DeletionLine;
import io.github.crosstie.state.FormerId;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Tombstone;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one type of value is written as JSON and read again. What is read equals what was written. Stateless and thread-safe.
 *
 * @param <T> the type
 */
public final class Codec<T> {

    /** Links. */
    public static final Codec<Link> LINK = new Codec<>(LinkCodec::write, LinkCodec::readLink);
    /** What is left of ended links. */
    public static final Codec<Tombstone> TOMBSTONE = new Codec<>(LinkCodec::write, LinkCodec::readTombstone);
    /** Hints. */
    public static final Codec<Hint> HINT = new Codec<>(LinkCodec::write, LinkCodec::readHint);
    /** Announced writes. */
    public static final Codec<Intent> INTENT = new Codec<>(IntentCodec::write, IntentCodec::read);
    /** Lines of the journal. */
    public static final Codec<JournalEntry> JOURNAL = new Codec<>(IntentCodec::write, IntentCodec::readEntry);
    /** Records, by side and id. */
    public static final Codec<RecordKey> RECORD = plain(RecordCodec::write, RecordCodec::readKey);
    /** Observations. */
    public static final Codec<Observation> OBSERVATION = plain(RecordCodec::write, RecordCodec::readObservation);
    /** Awaited echoes. */
    public static final Codec<AwaitedEcho> ECHO = plain(RecordCodec::write, RecordCodec::readEcho);
    /** Entries of the quarantine. */
    public static final Codec<QuarantineEntry> QUARANTINE = plain(RecordCodec::write, RecordCodec::readQuarantine);
    /** Deletions of late. */
    public static final Codec<DeletionLine> DELETION = plain(CollectionCodec::write, CollectionCodec::readDeletion);
    /** Ids from before a move. */
    public static final Codec<FormerId> FORMER_ID = plain(CollectionCodec::write, CollectionCodec::readFormerId);
    /** Settings. */
    public static final Codec<ScopeSettings> SETTINGS = plain(CollectionCodec::write, CollectionCodec::readSettings);
    /** Pauses. */
    public static final Codec<Pause> PAUSE = plain(CollectionCodec::write, CollectionCodec::readPause);
    /** Where a collection moved from. */
    public static final Codec<MoveOrigin> MOVE = plain(CollectionCodec::write, CollectionCodec::readMove);
    /** How the last round ended. */
    public static final Codec<LastRound> ROUND = plain(CollectionCodec::write, CollectionCodec::readRound);
    /** Held deletions. */
    public static final Codec<Hold> HOLD = plain(HoldCodec::write, HoldCodec::read);
    /** Plain texts. */
    public static final Codec<String> TEXT = plain(TextNode::valueOf, Json::text);

    private final BiFunction<T, Digests, JsonNode> write;
    private final BiFunction<JsonNode, Digests, T> read;

    private Codec(BiFunction<T, Digests, JsonNode> write, BiFunction<JsonNode, Digests, T> read) {
        this.write = write;
        this.read = read;
    }

    /** Of what holds no value of a record. */
    private static <T> Codec<T> plain(Function<T, JsonNode> write, Function<JsonNode, T> read) {
        return new Codec<>((value, digests) -> write.apply(value), (json, digests) -> read.apply(json));
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @param digests whose keys the digests in it were made by
     * @return one line of JSON, of whole characters alone
     */
    public String write(T value, Digests digests) {
        return Json.print(write.apply(value, digests));
    }

    /**
     * Reads a value.
     *
     * @param json what {@link #write} gave
     * @param digests whose keys the digests in it were made by
     * @return an equal value
     * @throws RuntimeException if it is nothing that {@link #write} gives
     */
    public T read(String json, Digests digests) {
        return read.apply(Json.parse(json), digests);
    }

    /**
     * What stands in a link for the versions of its records.
     *
     * @param link what {@link #write} gave of a link
     * @return the encrypted versions; empty if they are in clear, or there are none
     */
    public static Optional<String> sealedIn(String link) {
        return link.contains(LinkCodec.VERSIONS)
                ? Optional.ofNullable(Json.optional(Json.parse(link), LinkCodec.VERSIONS, Json::text))
                : Optional.empty();
    }

    /**
     * By which keys the digests in a value were made.
     *
     * @param json what {@link #write} gave, of any type
     * @return the ids of the keys; some more, if a field of the host's has the name under which digests stand
     */
    public static Set<String> keysIn(String json) {
        return json.contains(ItemCodec.HASHED)
                ? Json.parse(json).findValues(ItemCodec.HASHED).stream()
                        .flatMap(made -> made.properties().stream().map(Map.Entry::getKey))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
