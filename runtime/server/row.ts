/** A stored record by field names; references are plain ids, lines are left out. */
export interface Row {
  id: string;
  version: number;
  createdAt: Date;
  createdBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
  ownerOrg: string | null;
  areaCode: string | null;
  [field: string]: unknown;
}
