package io.github.crosstie.json;

import static io.github.crosstie.report.Fares.contacts;
import static io.github.crosstie.report.Fares.organization;
import static io.github.crosstie.report.Fares.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.report.FlowCounts;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.Stage;
import io.github.crosstie.report.UserStatus;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatusJsonTest {

    private final UserStatus late = user(
            "005-late",
            "sales",
            contacts(Stage.RETRYING, Duration.ofHours(3), new FlowCounts(5, 2, 1, 0, 0, 0), "busy \"until\" noon"));

    @Test
    @DisplayName("S18: the status of a user as JSON, members in order, those without a value left out")
    void writesAUser() {
        assertThat(StatusJson.write(late)).isEqualTo("""
                {
                  "version": 1,
                  "at": "2026-03-02T10:00:00Z",
                  "organization": "00D-acme",
                  "user": "005-late",
                  "configuration": "sales",
                  "stage": "retrying",
                  "lagSeconds": 10800,
                  "flows": [
                    {
                      "kind": "contact",
                      "direction": "crmToMail",
                      "stage": "retrying",
                      "lastSuccess": "2026-03-02T09:00:00Z",
                      "oldestUnapplied": "2026-03-02T07:00:00Z",
                      "lagSeconds": 10800,
                      "nextDue": "2026-03-02T10:20:00Z",
                      "counts": {
                        "linked": 5,
                        "unapplied": 2,
                        "quarantined": 1,
                        "held": 0,
                        "atCap": 0,
                        "wouldNotify": 0
                      },
                      "reason": "busy \\"until\\" noon"
                    }
                  ]
                }
                """);
    }

    @Test
    @DisplayName("S18: the status of an organization as JSON: the sum, the configurations, the causes, and every user")
    void writesAnOrganization() throws IOException {
        OrganizationStatus status = organization(late, user("005-idle", null));

        JsonNode root = new ObjectMapper().readTree(StatusJson.write(status));

        assertThat(root.fieldNames())
                .toIterable()
                .containsExactly("version", "at", "organization", "summary", "configurations", "causes", "users");
        assertThat(root.at("/summary/users").asInt()).isEqualTo(2);
        assertThat(root.at("/summary/stages/retrying").asInt()).isEqualTo(1);
        assertThat(root.at("/configurations/0/configuration").asText()).isEqualTo("sales");
        assertThat(root.at("/configurations/0/flows/0/counts/linked").asLong()).isEqualTo(5);
        assertThat(root.at("/causes/0/users/0").asText()).isEqualTo("005-late");
        assertThat(root.at("/users/0/reason").asText()).startsWith("NOT_ASSIGNED");
        assertThat(root.at("/users/1/flows/0/stage").asText()).isEqualTo("retrying");
    }
}
