package org.dcos.tests.console.demo;

import java.lang.reflect.Proxy;

/** Answers the calls of an interface by the name of the method. */
final class Answers {

    @FunctionalInterface
    interface Answer {
        Object to(String call, Object[] arguments);
    }

    private Answers() {}

    static <T> T to(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    static UnsupportedOperationException refused(String call) {
        return new UnsupportedOperationException("the made-up data centre does not answer " + call);
    }
}
