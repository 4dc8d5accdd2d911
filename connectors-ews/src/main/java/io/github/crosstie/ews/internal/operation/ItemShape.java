package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of items an answer is to hold.
 *
 * @param base what to begin with
 * @param bodyType how to write bodies; null for as they are
 * @param maximumBodySize the longest body, in bytes; longer ones come cut off; null for as long as they are
 * @param properties what to add; where given, the server reads each by itself, so name none that is not needed
 */
public record ItemShape(
        Base base, @Nullable BodyType bodyType, @Nullable Integer maximumBodySize, List<PropertyPath> properties) {

    /** Ids and change keys, nothing else: what the server answers fastest. */
    public static final ItemShape ID_ONLY = new ItemShape(Base.ID_ONLY, null, null, List.of());

    /** Copies the properties. */
    public ItemShape {
        properties = List.copyOf(properties);
    }

    /**
     * Ids and the properties named.
     *
     * @param bodyType how to write bodies
     * @param properties what to add
     * @return the shape
     */
    public static ItemShape of(BodyType bodyType, List<PropertyPath> properties) {
        return new ItemShape(Base.ID_ONLY, bodyType, null, properties);
    }

    /**
     * Ids and the properties named.
     *
     * @param properties what to add
     * @return the shape
     */
    public static ItemShape of(List<PropertyPath> properties) {
        return new ItemShape(Base.ID_ONLY, null, null, properties);
    }

    void write(XmlOutput out) {
        out.start(Space.MESSAGES, "ItemShape").element(Space.TYPES, "BaseShape", base.written);
        if (bodyType != null) {
            out.element(Space.TYPES, "BodyType", bodyType.written);
        }
        if (maximumBodySize != null) {
            out.element(Space.TYPES, "MaximumBodySize", maximumBodySize.toString());
        }
        Paths.writeAdditional(out, properties);
        out.end();
    }

    /** What a shape begins with. */
    public enum Base {
        /** Id and change key. */
        ID_ONLY("IdOnly"),
        /** What the server holds to be usual. */
        DEFAULT("Default"),
        /** All but extended properties and what is costly. */
        ALL("AllProperties");

        private final String written;

        Base(String written) {
            this.written = written;
        }
    }

    /** How a body is written. */
    public enum BodyType {
        /** As it was stored. */
        BEST("Best"),
        /** As HTML, made from text if need be. */
        HTML("HTML"),
        /** As plain text, made from HTML if need be. */
        TEXT("Text");

        private final String written;

        BodyType(String written) {
            this.written = written;
        }
    }
}
