/** The views of the records perspective. */
package org.dcos.ui.parts.records;
