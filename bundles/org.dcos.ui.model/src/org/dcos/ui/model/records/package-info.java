/** The records of every kind: listed, filtered, changed, and how they came to be. */
package org.dcos.ui.model.records;
