package io.github.crosstie.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves a contract that is meant to fail to {@link ContractRun}, whoever else finds it. */
final class OnDemand implements ExecutionCondition {

    static final String DEMAND = "crosstie.contracts.on-demand";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(DEMAND).isPresent()
                ? ConditionEvaluationResult.enabled("asked for")
                : ConditionEvaluationResult.disabled("broken on purpose; run by another test");
    }
}
