package org.dcos.ui.model.records;

import java.util.List;

import org.dcos.domain.cmdb.Item;

/**
 * A record as its list shows it.
 *
 * @param cells    a text for each column of the list
 * @param searched all texts in lower case
 */
public record RecordRow(Item item, String name, List<String> cells, String searched) {}
