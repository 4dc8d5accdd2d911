package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaJudgeTest {

    private static final String ENVELOPE = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
                xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"
                xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">
              <soap:Header><t:RequestServerVersion Version="%s"/></soap:Header>
              <soap:Body>%s</soap:Body>
            </soap:Envelope>
            """;
    private static final String GET_ITEM = """
            <m:GetItem><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>
            <m:ItemIds><t:ItemId Id="AAA"/></m:ItemIds></m:GetItem>
            """;

    @BeforeAll
    static void schemaIsThere() {
        assumeTrue(SchemaJudge.ifPresent().isPresent(), "SKIPPED: EWS schema (set " + SchemaJudge.FOLDER + ")");
    }

    private final SchemaJudge judge = SchemaJudge.ifPresent().orElseThrow();

    @Test
    void hasNothingAgainstAValidRequest() {
        assertThat(judge.complaints(ENVELOPE.formatted("Exchange2013_SP1", GET_ITEM)))
                .isEmpty();
    }

    @Test
    void namesTheHeaderBlockThatIsWrong() {
        assertThat(judge.complaints(ENVELOPE.formatted("Exchange2019", GET_ITEM)))
                .extracting(SchemaJudge.Complaint::element)
                .contains("RequestServerVersion");
    }

    @Test
    void complainsOfElementsInTheWrongOrder() {
        String swapped = GET_ITEM.replace("<m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>", "")
                .replace("</m:ItemIds>", "</m:ItemIds><m:ItemShape><t:BaseShape>IdOnly</t:BaseShape></m:ItemShape>");

        assertThat(judge.complaints(ENVELOPE.formatted("Exchange2013_SP1", swapped)))
                .extracting(SchemaJudge.Complaint::element)
                .contains("GetItem");
    }

    @Test
    void complainsOfABodyThatIsEmpty() {
        assertThat(judge.complaints(ENVELOPE.formatted("Exchange2013_SP1", ""))).hasSize(1);
    }

    @Test
    void complainsOfWhatIsNoXml() {
        assertThat(judge.complaints("<html><br></html>"))
                .extracting(SchemaJudge.Complaint::message)
                .allMatch(message -> message.startsWith("not well-formed"))
                .hasSize(1);
    }

    @Test
    void doesNotJudgeFaults() {
        String fault = "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>x</faultstring></soap:Fault>";

        assertThat(judge.complaints(ENVELOPE.formatted("Exchange2013_SP1", fault)))
                .isEmpty();
    }
}
