package org.dcos.net.ipmi.command;

/** The answer of a command that returns nothing but its completion code; further bytes are ignored. */
public enum Done {
    DONE
}
