package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.Fares;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {

    private static final OrganizationUser ANNA = new OrganizationUser(Fares.ACME, new UserId("005-anna"));

    @Test
    @DisplayName("S19: an outcome as JSON, members in order, those without a value left out")
    void writesOutcomes() {
        OutcomeLine refused = new OutcomeLine(
                new OutcomeLine.Context(ANNA, ItemKind.EVENT, Fares.NOW, "run-7"),
                OutcomeCode.VALIDATION_REJECTED,
                List.of(new RecordKey(Side.CRM, new ItemId("00U-1"))),
                List.of("subject"),
                "refused",
                "Dinner");
        OutcomeLine parked = new OutcomeLine(
                new OutcomeLine.Context(ANNA, null, Fares.NOW, "run-7"),
                OutcomeCode.AUTH_EXPIRED,
                List.of(),
                List.of(),
                "token expired",
                null);

        assertThat(OutcomeJson.write(new OutcomeReport(List.of(refused, parked), 3)))
                .isEqualTo("""
                {
                  "version": 1,
                  "omitted": 3,
                  "outcomes": [
                    {
                      "at": "2026-03-02T10:00:00Z",
                      "run": "run-7",
                      "organization": "00D-acme",
                      "user": "005-anna",
                      "kind": "event",
                      "code": "VALIDATION_REJECTED",
                      "severity": "error",
                      "retry": "later",
                      "records": [
                        {
                          "crm": "00U-1"
                        }
                      ],
                      "fields": [
                        "subject"
                      ],
                      "subject": "Dinner",
                      "message": "refused",
                      "remedy": "Correct what the system's own code names, in the record or in the system's rules."
                    },
                    {
                      "at": "2026-03-02T10:00:00Z",
                      "run": "run-7",
                      "organization": "00D-acme",
                      "user": "005-anna",
                      "code": "AUTH_EXPIRED",
                      "severity": "error",
                      "retry": "person",
                      "records": [],
                      "fields": [],
                      "message": "token expired",
                      "remedy": "Renew the authorization, then call Crosstie.resume."
                    }
                  ]
                }
                """);
    }
}
