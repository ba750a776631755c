package org.dcos.tests.console;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** For tests that are steps of one story: after one that failed, the rest is not told. */
final class Steps implements ExecutionCondition, TestExecutionExceptionHandler {

    private static final Namespace MINE = Namespace.create(Steps.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var failed = store(context).get("failed", String.class);
        return failed == null ? ConditionEvaluationResult.enabled("no step failed so far")
                : ConditionEvaluationResult.disabled("the step before it failed: " + failed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        store(context).put("failed", context.getDisplayName());
        throw thrown;
    }

    /** One for all tests of the class. */
    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getTestMethod().flatMap(_ -> context.getParent()).orElse(context).getStore(MINE);
    }
}
