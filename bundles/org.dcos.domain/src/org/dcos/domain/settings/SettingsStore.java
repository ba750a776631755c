package org.dcos.domain.settings;

import java.util.Map;

/** Keeps a service's settings as text values by name; on disk when a save returns. */
public interface SettingsStore {

    /** @param service e.g. {@code collection}; empty map when nothing was saved */
    Map<String, String> load(String service);

    /** Replaces all of the service's settings. */
    void save(String service, Map<String, String> values);
}
