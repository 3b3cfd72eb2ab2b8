export { ReferenceCell as Cell, ReferenceField as Input } from '../../client/widgets/reference-field.tsx';
