package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
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
        // spotless:off
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock)) {
            SalesforceOrganization organization = salesforce.organization();
            String ada = organization.addUser("ada@acme.example", "Lovelace");
            organization.contacts().create(Map.of("LastName", "Babbage", "OwnerId", ada));
            salesforce.faults().next("/composite/sobjects").loseAnswer();
            salesforce.limits().daily(1000);

            codeUnderTest(salesforce.url(), salesforce.accessToken()); // or signed in as salesforce.app()

            assertThat(salesforce.count("GET /query")).isEqualTo(1);
        }
        // spotless:on
    }

    @Test
    @DisplayName("a field of the customer's own")
    void ownField() {
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start()) {
            SalesforceOrganization organization = salesforce.organization();
            // spotless:off
            organization.declare(
                    "Contact",
                    SalesforceField.text("Crosstie_Key__c", 80).externalId().unique());
            // spotless:on
            String ada = organization.contacts().create(Map.of("LastName", "Lovelace", "Crosstie_Key__c", "1"));

            assertThat(organization.contacts().get(ada).text("Crosstie_Key__c")).isEqualTo("1");
        }
    }

    private static void codeUnderTest(URI url, String accessToken) throws IOException, InterruptedException {
        HttpRequest query = HttpRequest.newBuilder(
                        url.resolve("/services/data/v67.0/query?q=SELECT+LastName+FROM+Contact"))
                .header("Authorization", "Bearer " + accessToken)
                .build();
        assertThat(SalesforceTest.CLIENT.send(query, BodyHandlers.ofString()).body())
                .contains("Babbage");
    }
}
