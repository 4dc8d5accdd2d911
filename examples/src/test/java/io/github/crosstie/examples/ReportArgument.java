package io.github.crosstie.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has the quickstart of a test leave its report in the test's own folder. */
final class ReportArgument {

    private ReportArgument() {}

    /** The arguments, with a place for the report if they name none. */
    static String[] in(Path folder, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--report")) {
            all.addAll(List.of("--report", folder.resolve("report.html").toString()));
        }
        return all.toArray(String[]::new);
    }
}
