package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.Side;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host that does not bring the vendor's client, as most do not, misses nothing of it. */
class WithoutVendorClientTest {

    private static final String MODULE = "io.github.crosstie.graph.";

    private final ClassLoader host = new HostWithoutVendorClient(getClass().getClassLoader());

    @Test
    void makesAConnectorOverTheClientOfTheJdk() throws ReflectiveOperationException {
        Class<?> tokens = host.loadClass(TokenProvider.class.getName());
        Object builder = host.loadClass(GraphConnector.class.getName())
                .getMethod("builder")
                .invoke(null);
        builder.getClass().getMethod("client", HttpClient.class).invoke(builder, HttpClient.newHttpClient());
        builder.getClass()
                .getMethod("tokens", tokens)
                .invoke(builder, tokens.getMethod("constant", String.class).invoke(null, "token"));
        builder.getClass().getMethod("utc").invoke(builder);

        Object connector = builder.getClass().getMethod("build").invoke(builder);

        assertThat(connector.getClass().getClassLoader()).isSameAs(host);
        assertThat(((Connector) connector).side()).isEqualTo(Side.MAIL);
    }

    @Test
    void showsItsMethodsToFrameworksThatLookAtThem() throws ClassNotFoundException {
        for (Class<?> type : List.of(
                GraphConnector.class, GraphConnector.Builder.class, GraphEndpoint.class, GraphIdTranslator.class)) {
            assertThat(host.loadClass(type.getName()).getDeclaredMethods())
                    .as(type.getName())
                    .isNotEmpty();
        }
    }

    @Test
    void onlyTheDoorForThatClientIsMissing() throws ClassNotFoundException {
        Class<?> door = host.loadClass(HostGraphClient.class.getName());

        assertThatThrownBy(door::getDeclaredMethods).isInstanceOf(NoClassDefFoundError.class);
    }

    /** Loads this module itself, so that what it links to is looked for here, where the vendor's classes are not. */
    private static final class HostWithoutVendorClient extends ClassLoader {

        HostWithoutVendorClient(ClassLoader everything) {
            super(everything);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.microsoft.") || name.startsWith("okhttp3.") || name.startsWith("com.azure.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith(MODULE)) {
                loaded = defined(name);
            }
            return loaded == null ? super.loadClass(name, resolve) : loaded;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
