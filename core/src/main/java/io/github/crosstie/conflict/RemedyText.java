package io.github.crosstie.conflict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Remedies in words. */
final class RemedyText {

    private static final int NAMED = 3;

    private RemedyText() {}

    static String steps(List<RemedyStep> steps) {
        return steps.stream().map(RemedyStep::text).collect(Collectors.joining("; "));
    }

    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    /** The remedy made of options, of which at least one is given: the harmless ones first, else a plain warning. */
    static Remedy remedy(List<RemedyOption> options, String remark) {
        List<RemedyOption> harmlessFirst = options.stream()
                .sorted((one, other) -> Boolean.compare(other.harmless(), one.harmless()))
                .toList();
        RemedyOption best = harmlessFirst.get(0);
        String tail = remark.isEmpty() ? "" : " " + remark;
        return new Remedy(best.harmless() ? best.text() + tail : warning(best) + tail, harmlessFirst);
    }

    private static String warning(RemedyOption option) {
        String names = option.affected().stream()
                .limit(NAMED)
                .map(AffectedUser::toString)
                .collect(Collectors.joining("; "));
        int more = option.affected().size() - NAMED;
        return "No way leaves everybody else as they are. " + option.text() + " This changes "
                + option.affected().size() + (option.affected().size() == 1 ? " other user: " : " other users: ")
                + names + (more > 0 ? "; and " + more + " more." : ".");
    }
}
