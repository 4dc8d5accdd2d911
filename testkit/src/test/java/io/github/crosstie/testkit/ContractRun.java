package io.github.crosstie.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract and keeps what became of each of its tests, by display name. */
final class ContractRun implements TestExecutionListener {

    private final Map<String, Throwable> failed = new TreeMap<>();
    private final Map<String, String> skipped = new TreeMap<>();
    private int passed;

    private ContractRun() {}

    static ContractRun of(Class<?> contract) {
        ContractRun run = new ContractRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter(OnDemand.DEMAND, "true")
                .build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case FAILED ->
                failed.put(test.getDisplayName(), result.getThrowable().orElseThrow());
            case ABORTED ->
                skipped.put(
                        test.getDisplayName(),
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()));
            default -> passed += test.isTest() ? 1 : 0;
        }
    }

    /** Why each failed test failed. */
    Map<String, Throwable> failed() {
        return failed;
    }

    /** Why each skipped test was skipped. */
    Map<String, String> skipped() {
        return skipped;
    }

    int passed() {
        return passed;
    }
}
