package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines of package-info.java, with a client. */
class PackageExampleTest {

    @Test
    @DisplayName("the example of the package runs as it stands")
    void runsAsItStands() throws IOException, InterruptedException {
        MutableClock clock = MutableClock.create();
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock)) {
            SalesforceOrganization organization = salesforce.organization();
            String ada = organization.addUser("ada@acme.example", "Lovelace");
            organization.contacts().create(Map.of("LastName", "Babbage", "OwnerId", ada));
            salesforce.faults().next("/composite/sobjects").loseAnswer();
            salesforce.limits().daily(1000);

            HttpRequest query = HttpRequest.newBuilder(
                            salesforce.url().resolve("/services/data/v67.0/query?q=SELECT+LastName+FROM+Contact"))
                    .header("Authorization", "Bearer " + salesforce.accessToken())
                    .build();
            assertThat(SalesforceTest.CLIENT
                            .send(query, BodyHandlers.ofString())
                            .body())
                    .contains("Babbage");

            assertThat(salesforce.count("GET /query")).isEqualTo(1);
        }
    }
}
