package io.github.crosstie.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Outcomes as comma-separated values (RFC 4180) that a spreadsheet opens (S19). Begins with a byte order mark, by which spreadsheets
 * know UTF-8: write the text in that encoding.
 *
 * <p>Whatever a spreadsheet would take for a formula is led by an apostrophe, so that it is shown instead of computed: cells may hold what
 * others have typed.
 *
 * <p>It has the lines alone: how many more outcomes there were, only {@link OutcomeReport#omitted} says.
 */
@Incubating
public final class OutcomeCsv {

    private static final List<String> HEAD = List.of(
            "time",
            "run",
            "organization",
            "user",
            "kind",
            "code",
            "severity",
            "retry",
            "crm id",
            "mail id",
            "fields",
            "subject",
            "message",
            "remedy");

    /**
     * Where a cell may begin, for a spreadsheet that splits by commas or, in other countries, by semicolons or tabs, with what it trims
     * there; and the signs that begin a formula, in full width too.
     */
    private static final Pattern FORMULA =
            Pattern.compile("((?:^|[;,\\t\\r\\n])[\\s\\p{Z}\\p{Cntrl}\\p{Cf}\"]*)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private static final Pattern QUOTED = Pattern.compile("[,;\"\t\r\n]");

    /** Ends of lines that no spreadsheet knows, and halves of characters that no encoding can write. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Zl}\\p{Zp}\\p{Cs}]");

    private OutcomeCsv() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return a head and a row for each line; rows end with carriage return and line feed
     */
    public static String of(OutcomeReport report) {
        StringBuilder text = new StringBuilder("\uFEFF");
        row(text, HEAD);
        report.lines().forEach(line -> row(text, cells(line)));
        return text.toString();
    }

    private static List<String> cells(OutcomeLine line) {
        OutcomeLine.Context context = line.context();
        return List.of(
                context.at().toString(),
                context.run(),
                context.user().organization().value(),
                context.user().user().value(),
                context.kind() == null ? "" : Spelling.of(context.kind()),
                line.code().toString(),
                Spelling.of(line.severity()),
                Spelling.of(line.guidance().retry()),
                line.ids(Side.CRM),
                line.ids(Side.MAIL),
                String.join(" ", line.fields()),
                line.subject() == null ? "" : line.subject(),
                line.message(),
                line.guidance().remedy());
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(OutcomeCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String value) {
        String safe = FORMULA.matcher(UNFIT.matcher(value).replaceAll("?")).replaceAll("$1'$2");
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
