package org.dcos.ui.parts.preferences;

import java.io.IOException;

/** What can be chosen for this console. A service of the workbench; the console keeps it. */
public interface Preferences {

    /** SYSTEM follows the operating system. */
    enum Language { SYSTEM, CHINESE, ENGLISH }

    /** SYSTEM follows the operating system. */
    enum Theme { SYSTEM, LIGHT, DARK }

    Language language();

    /** Takes effect with the next start. */
    void language(Language language) throws IOException;

    Theme theme();

    /** Takes effect at once. */
    void theme(Theme theme) throws IOException;

    /** Starts the console again. */
    void restart();
}
