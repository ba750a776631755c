package org.dcos.console;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another program's main and ends the process when its standard input ends: that is when the process that started
 * it is gone, however that went.
 */
public final class EndsWithParent {

    private EndsWithParent() {}

    /** @param arguments the class with the main, and its arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent").start(EndsWithParent::watch);
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(arguments[0] + " broke off", e.getCause());
        }
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        } catch (IOException _) {
            // as good as the end
        }
        System.exit(0);
    }
}
