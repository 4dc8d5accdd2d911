package io.github.crosstie.conflict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to settle a conflict: in words, and as steps for machines.
 *
 * @param text what to do, for people; says so plainly where no way is harmless
 * @param options the ways as steps, the best first, harmless ones before others; empty if nothing can or need be done by steps
 */
public record Remedy(String text, List<RemedyOption> options) {

    /** Nothing needs to be done (C5). */
    public static final Remedy NONE = new Remedy("Nothing needs to be done.", List.of());

    /** Copies the list. */
    public Remedy {
        Objects.requireNonNull(text, "text");
        options = List.copyOf(options);
    }

    /**
     * The way to take unless somebody chooses another. Never one that changes what other users sync by.
     *
     * @return the first harmless option, or empty if there is none
     */
    public Optional<RemedyOption> preferred() {
        return options.stream().filter(RemedyOption::harmless).findFirst();
    }

    /**
     * The ways that would change what other users sync by.
     *
     * @return the options that are not harmless
     */
    public List<RemedyOption> harmful() {
        return options.stream().filter(option -> !option.harmless()).toList();
    }
}
