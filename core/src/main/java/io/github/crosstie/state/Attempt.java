package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.Objects;

/**
 * One attempt to create a record, kept until its outcome is certain: if the record turns up, this is what it was made of, so
 * that later edits on either side stay visible as edits.
 *
 * @param tag the mark that the record carries
 * @param side where it is created
 * @param source the mapped fields of the record on the other side at that time
 * @param content the values that were sent
 */
public record Attempt(CorrelationTag tag, Side side, Item source, Item content) {

    /** Requires all parts. */
    public Attempt {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
    }
}
