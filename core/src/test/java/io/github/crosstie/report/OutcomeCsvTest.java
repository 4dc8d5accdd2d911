package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeCsvTest {

    private static String row(String subject, String message) {
        OutcomeLine line = new OutcomeLine(
                new OutcomeLine.Context(
                        new OrganizationUser(Fares.ACME, new UserId("005-anna")), ItemKind.CONTACT, Fares.NOW, "run-7"),
                OutcomeCode.AMBIGUOUS_MATCH,
                List.of(
                        new RecordKey(Side.CRM, new ItemId("003-1")),
                        new RecordKey(Side.MAIL, new ItemId("A1")),
                        new RecordKey(Side.MAIL, new ItemId("A2"))),
                List.of("surname", "givenName"),
                message,
                subject);
        return OutcomeCsv.of(new OutcomeReport(List.of(line), 0));
    }

    @Test
    @DisplayName("S19: a row has everything, in an encoding that spreadsheets know")
    void writesARow() {
        assertThat(row("Ada \"the first\" Lovelace", "two could be it"))
                .isEqualTo(
                        "\uFEFFtime,run,organization,user,kind,code,severity,retry,crm id,mail id,fields,subject,message,remedy\r\n"
                                + "2026-03-02T10:00:00Z,run-7,00D-acme,005-anna,contact,AMBIGUOUS_MATCH,warning,onChange,003-1,A1 A2,"
                                + "surname givenName,\"Ada \"\"the first\"\" Lovelace\",two could be it,"
                                + "\"Make them differ, or merge them, so that one counterpart is left.\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00A0=1",
                "\u200B=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201",
                "\"=1"
            })
    @DisplayName("S19: nothing that is typed becomes a formula")
    void defusesFormulas(String typed) {
        assertThat(row(typed, "")).containsPattern("'[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");
    }

    @Test
    @DisplayName("S19: nor does it where a spreadsheet splits by semicolons or tabs")
    void defusesFormulasBehindOtherSeparators() {
        assertThat(row("x;=1", "y\t@1")).contains("\"x;'=1\"", "\"y\t'@1\"");
    }

    @Test
    @DisplayName(
            "S19: halves of characters, and ends of lines that spreadsheets do not know, are replaced; whole ones stay")
    void replacesWhatCannotBeWritten() {
        assertThat(row("a\uD83Db", "c\u2028\u2029d\uDE00 \uD83D\uDE00")).contains(",a?b,c??d? \uD83D\uDE00,");
    }

    @Test
    @DisplayName("S19: what is no formula stays as it is")
    void leavesTheRestAlone() {
        assertThat(row("a-b = c", "5 + 3")).contains(",a-b = c,5 + 3,");
    }

    @Test
    @DisplayName("S19: a line break in a cell breaks no row")
    void quotesLineBreaks() {
        assertThat(row("one\r\ntwo", "three")).contains(",\"one\r\ntwo\",three,");
    }
}
