package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Cloud;
import io.github.crosstie.configuration.RetirementNotice;
import io.github.crosstie.configuration.RetirementNotice.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesforceRetirementsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    @DisplayName("S24: EWS off by default 1 October 2026, off 1 April 2027; Salesforce August 2026 and April 2027")
    void knowsThePublishedDates() {
        assertThat(SalesforceRetirements.calendar().retirements())
                .extracting(each -> each.date().toString())
                .containsExactly("2026-08-01", "2026-10-01", "2027-04-01", "2027-04-01");
    }

    @Test
    @DisplayName("S24: in the commercial cloud, dates are passed or near")
    void tellsTheCommercialCloud() {
        assertThat(status(Cloud.COMMERCIAL)).containsExactly(Status.PASSED, Status.PASSED, Status.NEAR, Status.NEAR);
    }

    @Test
    @DisplayName("S24: Government Cloud is exempt from all of them, and told so")
    void exemptsGovernmentCloud() {
        assertThat(status(Cloud.GOVERNMENT)).hasSize(4).containsOnly(Status.EXEMPT);
    }

    private static List<Status> status(Cloud cloud) {
        return SalesforceRetirements.calendar().notices(TODAY, cloud, 180).stream()
                .map(RetirementNotice::status)
                .toList();
    }
}
