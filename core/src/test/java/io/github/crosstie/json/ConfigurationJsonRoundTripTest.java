package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.ConfigurationDifference;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.RandomConfigurations;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConfigurationJsonRoundTripTest {

    @Test
    void readsBackWhatItWroteAndWritesItTheSame() {
        for (long seed = 0; seed < 2_000; seed++) {
            ConfigurationSet set = new RandomConfigurations(seed).set();

            String json = ConfigurationJson.write(set);
            ConfigurationSet read = ConfigurationJson.read("written", json);

            assertThat(read).as("seed %d", seed).isEqualTo(set);
            assertThat(ConfigurationJson.write(read)).as("seed %d", seed).isEqualTo(json);
            assertThat(ConfigurationDifference.between(set, read))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void writesEverySettingInAFixedForm() {
        ConfigurationSet set = ConfigurationSet.of(
                        new OrganizationId("org"),
                        SyncConfiguration.builder(new ConfigurationId("sales"))
                                .modifiedAt(Instant.parse("2026-01-31T12:00:00Z"))
                                .assignments(
                                        new Assignment.OfUser(new UserId("u1"), Instant.parse("2026-01-01T00:00:00Z")),
                                        new Assignment.OfRoleAndSubordinates(new RoleId("r1"), true, null))
                                .contacts(SyncDirection.CRM_TO_MAIL)
                                .build())
                .with(BusinessUnit.of(new BusinessUnitId("emea")));

        assertThat(ConfigurationJson.write(set)).isEqualTo(DOCUMENT);
    }

    private static final String DOCUMENT = """
            {
              "organization": "org",
              "assignmentOrder": [
                "user",
                "profile",
                "group",
                "role",
                "roleAndSubordinates"
              ],
              "configurations": [
                {
                  "id": "sales",
                  "name": "sales",
                  "active": true,
                  "modifiedAt": "2026-01-31T12:00:00Z",
                  "assignments": [
                    {
                      "user": "u1",
                      "assignedAt": "2026-01-01T00:00:00Z"
                    },
                    {
                      "roleAndSubordinates": "r1",
                      "internalOnly": true
                    }
                  ],
                  "contacts": {
                    "direction": "crmToMail",
                    "fields": [
                      "givenName",
                      "surname",
                      "emailAddress",
                      "companyName",
                      "jobTitle",
                      "department",
                      "businessPhone",
                      "mobilePhone",
                      "homePhone",
                      "businessStreet",
                      "businessCity",
                      "businessState",
                      "businessPostalCode",
                      "businessCountry",
                      "birthday",
                      "notes",
                      "categories"
                    ],
                    "ambiguousMatches": "report",
                    "conflicts": "crmWins",
                    "changedAgainstDeleted": "changeWins",
                    "crmDeletions": "propagate",
                    "mailDeletions": "detach",
                    "filters": [],
                    "leaving": "unlink",
                    "cap": 50000,
                    "folder": "Salesforce_Sync"
                  },
                  "events": {
                    "direction": "off",
                    "fields": [
                      "subject",
                      "time",
                      "location",
                      "body",
                      "sensitivity",
                      "organizer",
                      "requiredAttendees",
                      "optionalAttendees",
                      "resources",
                      "responses",
                      "categories",
                      "recurrence",
                      "cancelledOccurrences",
                      "exceptions"
                    ],
                    "ambiguousMatches": "report",
                    "conflicts": "crmWins",
                    "changedAgainstDeleted": "changeWins",
                    "crmDeletions": "propagate",
                    "mailDeletions": "detach",
                    "filters": [],
                    "leaving": "unlink",
                    "cap": 50000,
                    "window": {
                      "daysBack": 30,
                      "daysAhead": 365
                    },
                    "privateEvents": "off",
                    "invitations": "never",
                    "attendeeLimit": 50
                  },
                  "deletionGuard": {
                    "maximum": 25,
                    "shareFrom": 5,
                    "share": 0.1,
                    "window": "PT24H"
                  },
                  "quarantine": {
                    "firstDelay": "PT10M",
                    "maximumDelay": "PT24H"
                  }
                }
              ],
              "businessUnits": [
                {
                  "id": "emea",
                  "name": "emea",
                  "marketingUsers": [],
                  "salesUsers": [],
                  "mapping": {},
                  "bothSets": "salesWins",
                  "deletionGuard": {
                    "maximum": 25,
                    "shareFrom": 5,
                    "share": 0.1,
                    "window": "PT24H"
                  }
                }
              ]
            }
            """;
}
