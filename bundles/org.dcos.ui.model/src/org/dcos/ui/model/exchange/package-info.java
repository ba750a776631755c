/** What an import shows: what would come of a file, what is wrong with it, and what was mended. */
package org.dcos.ui.model.exchange;
