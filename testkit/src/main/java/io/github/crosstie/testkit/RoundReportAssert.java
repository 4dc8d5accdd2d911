package io.github.crosstie.testkit;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import java.util.List;

/** Sentences about one round, see {@link SyncAssertions#assertThat(RoundReport)}. */
public final class RoundReportAssert extends OutcomesAssert<RoundReportAssert, RoundReport> {

    RoundReportAssert(RoundReport actual) {
        super(actual, RoundReportAssert.class);
    }

    @Override
    List<Outcome> outcomes() {
        isNotNull();
        return actual.outcomes();
    }

    /**
     * So many values were overwritten, and are in the journal (S3).
     *
     * @param values how many
     * @return this
     */
    public RoundReportAssert journaled(int values) {
        isNotNull();
        if (actual.journal().size() != values) {
            failWithMessage(
                    "expected %s overwritten values in the journal, not those of the fields %s",
                    values,
                    actual.journal().stream()
                            .map(line -> line.crm() + "/" + line.mail() + " "
                                    + line.conflict().field())
                            .toList());
        }
        return this;
    }
}
