package io.github.crosstie.graph.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import io.github.crosstie.connector.Owner;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lines that the guide shows for hosts that get their tokens by Microsoft's own library. */
class MicrosoftTokensTest {

    private static final TokenRequest GRAPH =
            new TokenRequest(URI.create("https://graph.microsoft.com/v1.0"), new Owner("ada@example.com"));

    private final List<String> asked = new ArrayList<>();

    /** What the guide shows. */
    private static TokenProvider tokens(ConfidentialClientApplication application) {
        return new TokenProvider() {
            @Override
            public String token(TokenRequest request) { // from the library's cache
                var wanted = ClientCredentialParameters.builder(Set.of(request.scope()));
                return application.acquireToken(wanted.build()).join().accessToken();
            }

            @Override
            public String renew(TokenRequest request, TokenRefusal refusal) {
                var wanted = ClientCredentialParameters.builder(Set.of(request.scope()))
                        .skipCache(true);
                refusal.claims().map(ClaimsRequest::formatAsClaimsRequest).ifPresent(wanted::claims);
                return application.acquireToken(wanted.build()).join().accessToken();
            }
        };
    }

    private ConfidentialClientApplication application() throws MalformedURLException {
        return ConfidentialClientApplication.builder("client", ClientCredentialFactory.createFromSecret("secret"))
                .authority("https://login.microsoftonline.com/acme")
                .instanceDiscovery(false)
                .httpClient(this::issue)
                .build();
    }

    private IHttpResponse issue(HttpRequest request) {
        asked.add(URLDecoder.decode(request.body(), StandardCharsets.UTF_8));
        HttpResponse response = new HttpResponse();
        response.addHeaders(Map.of("Content-Type", List.of("application/json")));
        return response.statusCode(200)
                .body("{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"token-" + asked.size()
                        + "\"}");
    }

    @Test
    void asksForAllThatTheApplicationHasBeenGrantedAndKeepsTheToken() throws MalformedURLException {
        TokenProvider tokens = tokens(application());

        assertThat(tokens.token(GRAPH)).isEqualTo("token-1");
        assertThat(tokens.token(GRAPH)).isEqualTo("token-1");
        assertThat(asked).singleElement().asString().contains("scope=https://graph.microsoft.com/.default");
    }

    @Test
    void asksForAnotherTokenAndPassesOnWhatTheServerWantsItToSay() throws MalformedURLException {
        TokenProvider tokens = tokens(application());
        String refused = tokens.token(GRAPH);
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1604106651\"}}}";

        assertThat(tokens.renew(GRAPH, new TokenRefusal(refused, Optional.of(claims))))
                .isEqualTo("token-2");
        assertThat(asked.get(1)).contains("1604106651");
    }

    @Test
    void keepsAConstantTokenAndAsksASupplierEachTime() {
        List<String> given = new ArrayList<>(List.of("one", "two"));
        TokenProvider supplied = TokenProvider.from(() -> given.remove(0));

        assertThat(TokenProvider.constant("always").token(GRAPH)).isEqualTo("always");
        assertThat(supplied.token(GRAPH)).isEqualTo("one");
        assertThat(supplied.renew(GRAPH, new TokenRefusal("one", Optional.empty())))
                .isEqualTo("two");
    }
}
