package io.github.crosstie.ews.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.internal.transport.TestServer;
import io.github.crosstie.ews.internal.transport.WebAnswer;
import io.github.crosstie.ews.internal.transport.WebClient;
import io.github.crosstie.ews.internal.transport.WebPolicy;
import io.github.crosstie.ews.internal.transport.WebRequest;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.security.auth.Subject;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KerberosAuthTest {

    private static final SignInTarget SERVER = target("https://127.0.0.1/EWS/Exchange.asmx");

    private TestDomain domain;

    @BeforeEach
    void openDomain() throws IOException, KrbException {
        domain = TestDomain.open();
    }

    @AfterEach
    void closeDomain() throws IOException, KrbException {
        domain.close();
    }

    @Test
    void provesWhoSignsInToTheService() throws Exception {
        Subject anna = domain.anna();

        String header = EwsAuth.kerberos(() -> anna).begin(SERVER).first();

        assertThat(domain.acceptedBy(header)).as("not delegated").isEqualTo("anna@ACME.EXAMPLE");
    }

    @Test
    void makesAFreshTokenForEachRequest() throws Exception {
        Subject anna = domain.anna();
        EwsAuth kerberos = EwsAuth.kerberos(() -> anna);

        String first = kerberos.begin(SERVER).first();
        String second = kerberos.begin(SERVER).first();

        assertThat(domain.acceptedBy(first)).isEqualTo("anna@ACME.EXAMPLE");
        assertThat(domain.acceptedBy(second)).isEqualTo("anna@ACME.EXAMPLE");
        assertThatThrownBy(() -> domain.acceptedBy(first))
                .as("a token that was seen before")
                .rootCause()
                .hasMessageContaining("replay");
    }

    @Test
    @DisplayName("Requests of several threads are signed in on one shared client")
    void signsEachRequestInOnASharedClient() throws Exception {
        Subject anna = domain.anna();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (TestServer server = TestServer.start((exchange, request) ->
                TestServer.answer(exchange, isAnna(request.header("Authorization")) ? 200 : 401, "text/plain", ""))) {
            WebClient web =
                    WebClient.of(TestServer.client(), EwsAuth.kerberos(() -> anna), WebPolicy.DEFAULT.withPlainHttp());
            WebRequest request = new WebRequest("Ask", server.at("/"), SERVER.mailbox(), Map.of(), "question", false);
            List<Callable<Integer>> requests = Collections.nCopies(20, () -> {
                try (WebAnswer answer = web.send(request)) {
                    return answer.status();
                }
            });

            for (Future<Integer> status : threads.invokeAll(requests)) {
                assertThat(status.get()).isEqualTo(200);
            }
            assertThat(server.received()).hasSize(20);
        } finally {
            threads.shutdown();
        }
    }

    private boolean isAnna(String header) {
        try {
            return domain.acceptedBy(header).equals("anna@ACME.EXAMPLE");
        } catch (Exception e) {
            return false;
        }
    }

    @Test
    void saysWhichServiceNameIsNotRegistered() throws Exception {
        Subject anna = domain.anna();
        SignIn signIn = EwsAuth.kerberos(() -> anna).begin(target("https://localhost/"));

        assertThatThrownBy(signIn::first)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("no ticket for the service HTTP/localhost")
                .message()
                .doesNotContain("anna");
    }

    @Test
    void refusesASubjectThatIsNotLoggedIn() {
        SignIn signIn = EwsAuth.kerberos(Subject::new).begin(SERVER);

        assertThatThrownBy(signIn::first)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("log the subject in anew");
    }

    @Test
    void tellsADomainControllerThatDoesNotAnswer() throws Exception {
        Subject anna = domain.anna();
        domain.stopController();
        SignIn signIn = EwsAuth.kerberos(() -> anna).begin(SERVER);

        assertThatThrownBy(signIn::first)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no domain controller answers");
    }

    @Test
    void givesUpAfterARefusal() throws Exception {
        Subject anna = domain.anna();
        SignIn signIn = EwsAuth.kerberos(() -> anna).begin(SERVER);
        signIn.first();

        assertThat(signIn.next(new Challenge(List.of("Negotiate"), null))).isEmpty();
    }

    @Test
    void showsNoSecret() {
        assertThat(EwsAuth.kerberos(Subject::new).toString()).isEqualTo("Kerberos sign-in");
    }

    private static SignInTarget target(String address) {
        return new SignInTarget(URI.create(address), new Owner("anna@acme.example"));
    }
}
