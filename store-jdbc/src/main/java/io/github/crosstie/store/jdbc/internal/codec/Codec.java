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
import java.util.function.Function;

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
    public static final Codec<RecordKey> RECORD = new Codec<>(RecordCodec::write, RecordCodec::readKey);
    /** Observations. */
    public static final Codec<Observation> OBSERVATION = new Codec<>(RecordCodec::write, RecordCodec::readObservation);
    /** Awaited echoes. */
    public static final Codec<AwaitedEcho> ECHO = new Codec<>(RecordCodec::write, RecordCodec::readEcho);
    /** Entries of the quarantine. */
    public static final Codec<QuarantineEntry> QUARANTINE =
            new Codec<>(RecordCodec::write, RecordCodec::readQuarantine);
    /** Deletions of late. */
    public static final Codec<DeletionLine> DELETION =
            new Codec<>(CollectionCodec::write, CollectionCodec::readDeletion);
    /** Ids from before a move. */
    public static final Codec<FormerId> FORMER_ID = new Codec<>(CollectionCodec::write, CollectionCodec::readFormerId);
    /** Settings. */
    public static final Codec<ScopeSettings> SETTINGS =
            new Codec<>(CollectionCodec::write, CollectionCodec::readSettings);
    /** Pauses. */
    public static final Codec<Pause> PAUSE = new Codec<>(CollectionCodec::write, CollectionCodec::readPause);
    /** Where a collection moved from. */
    public static final Codec<MoveOrigin> MOVE = new Codec<>(CollectionCodec::write, CollectionCodec::readMove);
    /** How the last round ended. */
    public static final Codec<LastRound> ROUND = new Codec<>(CollectionCodec::write, CollectionCodec::readRound);
    /** Held deletions. */
    public static final Codec<Hold> HOLD = new Codec<>(HoldCodec::write, HoldCodec::read);
    /** Plain texts. */
    public static final Codec<String> TEXT = new Codec<>(TextNode::valueOf, Json::text);

    private final Function<T, JsonNode> write;
    private final Function<JsonNode, T> read;

    private Codec(Function<T, JsonNode> write, Function<JsonNode, T> read) {
        this.write = write;
        this.read = read;
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return one line of JSON, of whole characters alone
     */
    public String write(T value) {
        return Json.print(write.apply(value));
    }

    /**
     * Reads a value.
     *
     * @param json what {@link #write} gave
     * @return an equal value
     * @throws RuntimeException if it is nothing that {@link #write} gives
     */
    public T read(String json) {
        return read.apply(Json.parse(json));
    }
}
