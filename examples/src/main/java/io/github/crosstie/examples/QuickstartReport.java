package io.github.crosstie.examples;

import io.github.crosstie.json.OutcomeJson;
import io.github.crosstie.page.StatusPage;
import io.github.crosstie.report.OutcomeCsv;
import io.github.crosstie.report.OutcomeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report that a run leaves: a page for people, and beside it the outcomes for a spreadsheet and for other programs. */
final class QuickstartReport {

    private static final String PAGE = ".html";

    private final Path page;
    private final Path spreadsheet;
    private final Path document;

    private QuickstartReport(Path page, String stem) {
        this.page = page;
        spreadsheet = page.resolveSibling(stem + ".csv");
        document = page.resolveSibling(stem + ".json");
    }

    /**
     * A report in this file, and in two of the same name beside it; all are replaced if they are there.
     *
     * @throws IllegalArgumentException if nothing can be written there
     */
    static QuickstartReport in(Path file) {
        Path page = file.toAbsolutePath().normalize();
        String name = String.valueOf(page.getFileName());
        if (!name.endsWith(PAGE)) {
            throw new IllegalArgumentException("--report " + file + ": is no page; name a file that ends with .html");
        }
        try {
            Path folder = page.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(page, "");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "--report " + file + ": cannot be written; name a file in a folder in which files can be made", e);
        }
        return new QuickstartReport(page, name.substring(0, name.length() - PAGE.length()));
    }

    void write(StatusPage status, OutcomeReport outcomes) {
        try {
            Files.writeString(page, status.outcomes(outcomes).html());
            Files.writeString(spreadsheet, OutcomeCsv.of(outcomes));
            Files.writeString(document, OutcomeJson.write(outcomes));
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + page + " cannot be written any more", e);
        }
    }

    /** Where a person finds it. */
    Path page() {
        return page;
    }

    /** What lies beside it, by name. */
    String besides() {
        return spreadsheet.getFileName() + " and " + document.getFileName();
    }
}
