// The schema as SQL text. docs/store.md says what each column means. All offsets are code points of documents.text,
// half open, so that substr(text, start_offset + 1, end_offset - start_offset) is the words. What is unknown is NULL.
//
// Never edit a step that was released: add a step to migrations.cpp.
#pragma once

namespace dateline::store {

extern const char* const documents_sql;  ///< documents, blocks, sentences and their full-text index
extern const char* const findings_sql;   ///< what was found in each document
extern const char* const knowledge_sql;  ///< what merge made of all documents
extern const char* const views_sql;      ///< v_timeline, v_relations, v_evidence
extern const char* const anchors_sql;    ///< step 2: what times, and whole documents by what merge found, count from
extern const char* const items_sql;      ///< step 3: the Wikidata items of entities
extern const char* const temporal_sql;   ///< step 4: how events lie to one another in time
extern const char* const parts_sql;      ///< step 5: which event's number is a part of which other one's
extern const char* const retold_sql;     ///< step 6: which tellings say by a definite noun that they tell again
extern const char* const own_words_sql;  ///< step 7: what happened in a telling, as the text words it

}  // namespace dateline::store
